/** The chains of sealed audit entries, read from the database or from exported files. */
@NullMarked
package energy.optibid.launcher.audit;

import org.jspecify.annotations.NullMarked;
