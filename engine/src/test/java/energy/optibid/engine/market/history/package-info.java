@NullMarked
package energy.optibid.engine.market.history;

import org.jspecify.annotations.NullMarked;
