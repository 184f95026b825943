/**
 * How the installation is: each service it uses, whether it answers, and what works meanwhile.
 * Health checks and the status page read it. Also how a node ends without losing a request.
 */
@NullMarked
package energy.optibid.operations;

import org.jspecify.annotations.NullMarked;
