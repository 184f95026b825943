/**
 * The book, contracts and registrations, as REST. Translates only; the rules are in the capability
 * of the same name.
 */
@NullMarked
package energy.optibid.web.book;

import org.jspecify.annotations.NullMarked;
