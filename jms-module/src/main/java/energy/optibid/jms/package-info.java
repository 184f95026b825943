/**
 * JMS between the relay and the consumers of events. A message is word that an event waits; the
 * event itself stays in the database, so that no message is worth more than the time until it is
 * sent again, and no transaction spans the two (docs/adr/0017). One listener per queue: a new line
 * of waiting is a {@link energy.optibid.outbox.ConsumerQueue}, a queue in the launcher's asadmin
 * file and a listener here.
 */
@NullMarked
package energy.optibid.jms;

import org.jspecify.annotations.NullMarked;
