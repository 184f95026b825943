/**
 * Outbox, relay and log on PostgreSQL. One direct connection per node listens, moves and fans out.
 */
@NullMarked
package energy.optibid.outbox.adapter;

import org.jspecify.annotations.NullMarked;
