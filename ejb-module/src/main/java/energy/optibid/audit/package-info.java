/**
 * Who did what to which thing, written in the transaction of the change. Entries are only ever
 * appended; soon after the commit each gets its place in its organisation's chain of hashes, so
 * that a changed, removed or exchanged entry is found.
 */
@NullMarked
package energy.optibid.audit;

import org.jspecify.annotations.NullMarked;
