package energy.optibid.exports.domain;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bids as a table: a row per block of each curve, then per block of each block order. */
public final class BidTable {
  private BidTable() {}

  /**
   * The table of bids.
   *
   * @param guarded text that begins with an apostrophe gets a second one, for a format that puts
   *     one before formulas: reading takes one away
   */
  public static Table of(List<BidView> bids, boolean guarded) {
    int points =
        bids.stream()
            .flatMap(bid -> bid.blocks().stream())
            .mapToInt(block -> block.points().size())
            .max()
            .orElse(1);
    return new Table(
        "bids",
        BidColumns.all(Math.max(1, points)),
        bids.stream().flatMap(bid -> rows(bid, Math.max(1, points), guarded)));
  }

  private static Stream<Object[]> rows(BidView bid, int points, boolean guarded) {
    List<Object[]> rows = new ArrayList<>();
    for (BidBlock block : bid.blocks()) {
      List<@Nullable Object> row = head(bid, guarded);
      row.add(block.block());
      for (int i = 0; i < 5; i++) {
        row.add(null);
      }
      for (int i = 0; i < points; i++) {
        boolean there = i < block.points().size();
        row.add(there ? block.points().get(i).price() : null);
        row.add(there ? block.points().get(i).quantity() : null);
      }
      rows.add(row.toArray());
    }
    for (BidBlockOrder order : bid.blockOrders()) {
      for (BlockQuantity part : order.profile()) {
        List<@Nullable Object> row = head(bid, guarded);
        row.add(part.block());
        row.add(order.id());
        row.add(order.minimumAcceptanceRatio());
        row.add(order.parent());
        row.add(order.exclusiveGroup());
        row.add(order.flexible() ? "yes" : null);
        row.add(order.price());
        row.add(part.quantity());
        for (int i = 1; i < points; i++) {
          row.add(null);
          row.add(null);
        }
        rows.add(row.toArray());
      }
    }
    return rows.stream();
  }

  private static List<@Nullable Object> head(BidView bid, boolean guarded) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(bid.id().toString());
    row.add(Math.toIntExact(bid.version()));
    row.add(guard(bid.assetName(), guarded));
    row.add(bid.assetId().toString());
    row.add(bid.areaCode());
    row.add(bid.side());
    row.add(guard(bid.label(), guarded));
    row.add(bid.carryOver() ? "yes" : null);
    return row;
  }

  private static @Nullable String guard(@Nullable String text, boolean guarded) {
    return guarded && text != null && text.startsWith("'") ? "'" + text : text;
  }
}
