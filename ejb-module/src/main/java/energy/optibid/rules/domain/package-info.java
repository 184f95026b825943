/** The packs of all markets and what they say on a day. No technology here. */
@NullMarked
package energy.optibid.rules.domain;

import org.jspecify.annotations.NullMarked;
