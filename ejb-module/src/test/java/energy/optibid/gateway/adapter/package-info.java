/** The gateway on a real PostgreSQL against an exchange that misbehaves. */
@org.jspecify.annotations.NullMarked
package energy.optibid.gateway.adapter;
