/** What happened to an organisation's bids. */
@NullMarked
package energy.optibid.web.activity;

import org.jspecify.annotations.NullMarked;
