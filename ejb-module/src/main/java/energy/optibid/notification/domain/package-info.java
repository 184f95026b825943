/** Which rules make sense, what an event means to a rule, and when it may be told. */
@NullMarked
package energy.optibid.notification.domain;

import org.jspecify.annotations.NullMarked;
