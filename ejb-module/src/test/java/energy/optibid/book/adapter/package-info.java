/** Tests of the book on a real PostgreSQL. */
@NullMarked
package energy.optibid.book.adapter;

import org.jspecify.annotations.NullMarked;
