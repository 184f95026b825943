/**
 * What the desk writes down for whoever comes next: notes, hand-overs that the next shift
 * acknowledges, and corrections. Entries are only ever added.
 */
@NullMarked
package energy.optibid.shiftlog;

import org.jspecify.annotations.NullMarked;
