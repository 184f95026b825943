@NullMarked
package energy.optibid.engine.audit;

import org.jspecify.annotations.NullMarked;
