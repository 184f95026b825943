@NullMarked
package energy.optibid.notification.domain;

import org.jspecify.annotations.NullMarked;
