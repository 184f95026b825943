/** Connections to real exchanges over HTTP. */
@NullMarked
package energy.optibid.web.gateway;

import org.jspecify.annotations.NullMarked;
