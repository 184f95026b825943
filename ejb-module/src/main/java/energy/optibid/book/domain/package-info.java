/** The arithmetic of positions and what keeps a bid from its venue: pure functions. */
@NullMarked
package energy.optibid.book.domain;

import org.jspecify.annotations.NullMarked;
