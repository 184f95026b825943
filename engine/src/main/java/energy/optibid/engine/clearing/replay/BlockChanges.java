package energy.optibid.engine.clearing.replay;

import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.clearing.replay.OrderChange.PutBlock;
import energy.optibid.engine.clearing.replay.OrderChange.WithdrawBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What turns one set of blocks into another: families of linked blocks are whole in both. */
public final class BlockChanges {
  private BlockChanges() {}

  /**
   * The changes, in an order in which each can be applied: what is new or otherwise is put before
   * what is gone is taken out, so that a child that changes its parent outlives the old one.
   *
   * @throws IllegalArgumentException if an id appears twice, or a block of {@code after} is linked
   *     to one that is not in it
   */
  public static List<OrderChange> between(List<BlockOrder> before, List<BlockOrder> after) {
    Map<String, BlockOrder> was = byId(before);
    Map<String, BlockOrder> is = byId(after);
    List<OrderChange> changes = new ArrayList<>();
    for (BlockOrder block : is.values()) {
      block
          .parent()
          .filter(parent -> !is.containsKey(parent))
          .ifPresent(
              parent -> {
                throw new IllegalArgumentException(
                    "block " + block.id() + " is linked to " + parent + ", which is not there");
              });
      if (!block.equals(was.get(block.id()))) {
        changes.add(new PutBlock(block));
      }
    }
    Set<String> gone = new HashSet<>(was.keySet());
    gone.removeAll(is.keySet());
    for (BlockOrder block : was.values()) {
      // a block goes with its parent
      if (gone.contains(block.id()) && block.parent().filter(gone::contains).isEmpty()) {
        changes.add(new WithdrawBlock(block.id()));
      }
    }
    return changes;
  }

  private static Map<String, BlockOrder> byId(List<BlockOrder> blocks) {
    Map<String, BlockOrder> byId = new LinkedHashMap<>();
    for (BlockOrder block : blocks) {
      if (byId.put(block.id(), block) != null) {
        throw new IllegalArgumentException("block " + block.id() + " appears twice");
      }
    }
    return byId;
  }
}
