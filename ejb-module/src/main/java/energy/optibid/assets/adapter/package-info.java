/** Sites and assets in PostgreSQL, and those of the demo organisations. */
@NullMarked
package energy.optibid.assets.adapter;

import org.jspecify.annotations.NullMarked;
