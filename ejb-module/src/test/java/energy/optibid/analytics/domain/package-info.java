/** What an auction may do, tried in every state. Written to fail when a rule goes. */
@NullMarked
package energy.optibid.analytics.domain;

import org.jspecify.annotations.NullMarked;
