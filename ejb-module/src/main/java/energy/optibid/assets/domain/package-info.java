/**
 * What a valid site and a valid asset are. Every fault of an input is found, not just the first.
 */
@NullMarked
package energy.optibid.assets.domain;

import org.jspecify.annotations.NullMarked;
