/** Tests of the arithmetic of positions. */
@NullMarked
package energy.optibid.book.domain;

import org.jspecify.annotations.NullMarked;
