@NullMarked
package energy.optibid.notification.adapter;

import org.jspecify.annotations.NullMarked;
