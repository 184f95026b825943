/** Rules of delivering events: when to try again, and when to give up. */
@NullMarked
package energy.optibid.outbox.domain;

import org.jspecify.annotations.NullMarked;
