/**
 * Tests that run inside the server, in a web module added to the real EAR, and so see its beans,
 * transactions and data sources as the application does. {@code ./optibid test} starts the server
 * without the application and this deploys it.
 */
@NullMarked
package energy.optibid.it.container;

import org.jspecify.annotations.NullMarked;
