/** Rules of the gateway. */
@org.jspecify.annotations.NullMarked
package energy.optibid.gateway.domain;
