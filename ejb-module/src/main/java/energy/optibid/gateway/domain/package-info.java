/** What is told to exchanges and in which order, as rules and ports. */
@NullMarked
package energy.optibid.gateway.domain;

import org.jspecify.annotations.NullMarked;
