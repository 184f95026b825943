@NullMarked
package energy.optibid.cache;

import org.jspecify.annotations.NullMarked;
