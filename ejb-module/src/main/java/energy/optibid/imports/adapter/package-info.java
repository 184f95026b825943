/** Imports in PostgreSQL, their files in a spool folder, and the job that works on them. */
@NullMarked
package energy.optibid.imports.adapter;

import org.jspecify.annotations.NullMarked;
