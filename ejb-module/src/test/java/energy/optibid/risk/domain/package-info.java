@NullMarked
package energy.optibid.risk.domain;

import org.jspecify.annotations.NullMarked;
