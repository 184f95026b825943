@NullMarked
package energy.optibid.stream.adapter;

import org.jspecify.annotations.NullMarked;
