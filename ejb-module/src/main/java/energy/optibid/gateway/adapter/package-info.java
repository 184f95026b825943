/** Tables, HTTP, files, keys and threads of the gateway. */
@NullMarked
package energy.optibid.gateway.adapter;

import org.jspecify.annotations.NullMarked;
