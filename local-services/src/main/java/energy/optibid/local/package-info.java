/**
 * Real servers on this machine, each a child process with a data folder, a log and a port of its
 * own on the loopback address: what tests run against, and what {@code ./optibid run --with} starts
 * beside the system. Their programs come from Debian, Maven and npm into a cache; nothing is
 * installed.
 */
@NullMarked
package energy.optibid.local;

import org.jspecify.annotations.NullMarked;
