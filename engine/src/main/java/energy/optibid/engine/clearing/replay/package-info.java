/**
 * What would have happened: an auction cleared again with other orders in it. The answer is by
 * definition that of a cold clearing of the changed auction, block decisions taken afresh; what a
 * change cannot reach is not computed twice. Where the other participants' orders are not the
 * asker's to use one by one, {@link energy.optibid.engine.clearing.replay.AnonymousBook} stands for
 * them.
 */
@NullMarked
package energy.optibid.engine.clearing.replay;

import org.jspecify.annotations.NullMarked;
