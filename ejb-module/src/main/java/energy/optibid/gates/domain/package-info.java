/** What a person may want of warnings. */
@NullMarked
package energy.optibid.gates.domain;

import org.jspecify.annotations.NullMarked;
