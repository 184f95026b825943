/**
 * The rules of signing in: when an address is locked, how long a session lives, when a refresh
 * token has been stolen. No technology here.
 */
@NullMarked
package energy.optibid.identity.domain;

import org.jspecify.annotations.NullMarked;
