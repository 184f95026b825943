/**
 * Tests of the tenancy gates on a real PostgreSQL. Each rule has a control that shows it can fail.
 */
@NullMarked
package energy.optibid.shared;

import org.jspecify.annotations.NullMarked;
