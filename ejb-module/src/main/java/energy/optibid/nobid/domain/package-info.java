/** What a policy may say, and how an old bid is moved to another gate. */
@NullMarked
package energy.optibid.nobid.domain;

import org.jspecify.annotations.NullMarked;
