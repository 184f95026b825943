/** Imports over HTTP: files go to the spool as they arrive, the work is a job's. */
@NullMarked
package energy.optibid.web.imports;

import org.jspecify.annotations.NullMarked;
