/** What tests of alert rules share. */
@NullMarked
package energy.optibid.notification;

import org.jspecify.annotations.NullMarked;
