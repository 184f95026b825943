/**
 * Sites and assets of an organisation with what they can do: the largest powers, which a bid must
 * respect, and the technical limits of the type. Bids refer to assets by id; an asset with bids
 * cannot be deleted.
 */
@NullMarked
package energy.optibid.assets;

import org.jspecify.annotations.NullMarked;
