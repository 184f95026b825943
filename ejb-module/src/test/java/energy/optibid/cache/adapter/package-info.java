@NullMarked
package energy.optibid.cache.adapter;

import org.jspecify.annotations.NullMarked;
