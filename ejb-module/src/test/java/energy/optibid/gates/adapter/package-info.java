/** Gates and warnings on a real PostgreSQL. */
@NullMarked
package energy.optibid.gates.adapter;

import org.jspecify.annotations.NullMarked;
