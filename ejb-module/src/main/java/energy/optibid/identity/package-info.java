/**
 * Who may do what: organisations, users, roles, permissions, sessions and tokens. The rest of the
 * system sees a {@link energy.optibid.shared.Caller} and nothing else of it.
 */
@NullMarked
package energy.optibid.identity;

import org.jspecify.annotations.NullMarked;
