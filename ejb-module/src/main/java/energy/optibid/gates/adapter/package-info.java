/** Gates and warnings in PostgreSQL. */
@NullMarked
package energy.optibid.gates.adapter;

import org.jspecify.annotations.NullMarked;
