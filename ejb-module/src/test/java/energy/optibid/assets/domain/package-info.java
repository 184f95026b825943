/** What a valid asset is. Written to fail when a rule goes. */
@NullMarked
package energy.optibid.assets.domain;

import org.jspecify.annotations.NullMarked;
