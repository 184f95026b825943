@NullMarked
package energy.optibid.engine.clearing.replay;

import org.jspecify.annotations.NullMarked;
