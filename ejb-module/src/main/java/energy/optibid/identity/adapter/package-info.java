/**
 * Identity on PostgreSQL, with bcrypt passwords and RS256 tokens. Signing in uses the system role,
 * since nobody's organisation is known yet; everything else is bound by row-level security.
 */
@NullMarked
package energy.optibid.identity.adapter;

import org.jspecify.annotations.NullMarked;
