/** What is known of a service from the calls to it. */
@NullMarked
package energy.optibid.resilience.domain;

import org.jspecify.annotations.NullMarked;
