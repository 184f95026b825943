@NullMarked
package energy.optibid.risk.adapter;

import org.jspecify.annotations.NullMarked;
