/** What is left of a text. */
@NullMarked
package energy.optibid.errorreports.domain;

import org.jspecify.annotations.NullMarked;
