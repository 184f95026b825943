/**
 * Who did what to which thing, written in the transaction of the change. Entries are only ever
 * appended.
 */
@NullMarked
package energy.optibid.audit;

import org.jspecify.annotations.NullMarked;
