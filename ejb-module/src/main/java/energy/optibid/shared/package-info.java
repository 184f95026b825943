/**
 * What every capability speaks: identifiers, the caller and its organisation, problems, pages and
 * domain events. Also the gates to the database through which row-level security is kept.
 */
@NullMarked
package energy.optibid.shared;

import org.jspecify.annotations.NullMarked;
