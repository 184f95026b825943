/**
 * What people want to hear of and how they hear it: rules, an inbox, e-mail, and a record of every
 * delivery.
 */
@NullMarked
package energy.optibid.notification;

import org.jspecify.annotations.NullMarked;
