/** How files are asked for and given out. */
@NullMarked
package energy.optibid.files;

import org.jspecify.annotations.NullMarked;
