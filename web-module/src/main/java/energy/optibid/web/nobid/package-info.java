/** What happens at a gate without a bid, by REST. */
@NullMarked
package energy.optibid.web.nobid;

import org.jspecify.annotations.NullMarked;
