/**
 * Files of order books become sandboxes: received, checked line by line, and published whole or not
 * at all. What was refused is kept with file, line, field and reason.
 */
@NullMarked
package energy.optibid.imports;

import org.jspecify.annotations.NullMarked;
