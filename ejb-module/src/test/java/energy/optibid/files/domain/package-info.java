/** What files are, by their content. */
@NullMarked
package energy.optibid.files.domain;

import org.jspecify.annotations.NullMarked;
