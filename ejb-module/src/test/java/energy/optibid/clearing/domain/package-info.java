/** Tests of what a run publishes. */
@NullMarked
package energy.optibid.clearing.domain;

import org.jspecify.annotations.NullMarked;
