/** The projection as a table, and the consumer that writes it. */
@NullMarked
package energy.optibid.activity.adapter;

import org.jspecify.annotations.NullMarked;
