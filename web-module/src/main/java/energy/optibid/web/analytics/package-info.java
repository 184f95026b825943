/** Analyses of prices and bids over HTTP. Translates and nothing else. */
@NullMarked
package energy.optibid.web.analytics;

import org.jspecify.annotations.NullMarked;
