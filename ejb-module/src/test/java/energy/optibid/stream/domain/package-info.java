@NullMarked
package energy.optibid.stream.domain;

import org.jspecify.annotations.NullMarked;
