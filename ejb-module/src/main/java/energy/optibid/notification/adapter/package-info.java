/** Rules, inbox and deliveries in PostgreSQL, events from the log, e-mail by SMTP. */
@NullMarked
package energy.optibid.notification.adapter;

import org.jspecify.annotations.NullMarked;
