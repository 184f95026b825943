/** Inbox, alert rules and their settings over HTTP. */
@NullMarked
package energy.optibid.web.notification;

import org.jspecify.annotations.NullMarked;
