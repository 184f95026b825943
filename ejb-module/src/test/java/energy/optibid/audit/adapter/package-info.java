@NullMarked
package energy.optibid.audit.adapter;

import org.jspecify.annotations.NullMarked;
