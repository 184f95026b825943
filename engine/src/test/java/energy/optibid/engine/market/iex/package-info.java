@NullMarked
package energy.optibid.engine.market.iex;

import org.jspecify.annotations.NullMarked;
