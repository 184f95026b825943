/**
 * Sites and assets of an organisation with the technical limits a bid must respect. Bids refer to
 * assets by id; an asset with bids cannot be deleted.
 */
@NullMarked
package energy.optibid.assets;

import org.jspecify.annotations.NullMarked;
