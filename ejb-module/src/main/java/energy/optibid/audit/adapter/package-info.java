/** The audit trail on PostgreSQL. The application role may append and read and nothing else. */
@NullMarked
package energy.optibid.audit.adapter;

import org.jspecify.annotations.NullMarked;
