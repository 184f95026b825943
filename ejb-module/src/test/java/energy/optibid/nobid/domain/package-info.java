/** Policies by themselves. */
@NullMarked
package energy.optibid.nobid.domain;

import org.jspecify.annotations.NullMarked;
