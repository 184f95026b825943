package energy.optibid.bidding;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions of a bid. What both say alike is not in it.
 *
 * @param from number of the version before
 * @param to number of the version after
 * @param fields of the bid's head, by name
 * @param blocks curves by block
 * @param blockOrders by id
 */
public record BidDiff(
    UUID bidId,
    int from,
    int to,
    List<FieldChange> fields,
    List<BlockChange> blocks,
    List<BlockOrderChange> blockOrders) {
  public BidDiff {
    fields = List.copyOf(fields);
    blocks = List.copyOf(blocks);
    blockOrders = List.copyOf(blockOrders);
  }

  /** Which of the two versions has it. */
  public enum Kind {
    /** The later one alone. */
    ADDED,
    /** The earlier one alone. */
    REMOVED,
    /** Both, and they differ. */
    CHANGED
  }

  /** A field of the head, its values as text; null where a version has none. */
  public record FieldChange(
      String field,
      @JsonbNillable @Nullable String before,
      @JsonbNillable @Nullable String after) {}

  /** The curve of a block. */
  public record BlockChange(int block, Kind kind, List<PointChange> points) {
    public BlockChange {
      points = List.copyOf(points);
    }
  }

  /**
   * A point of a curve.
   *
   * @param point its index in the block
   * @param before null where it was added
   * @param after null where it was removed
   */
  public record PointChange(
      int point,
      Kind kind,
      @JsonbNillable @Nullable BidPoint before,
      @JsonbNillable @Nullable BidPoint after) {}

  /**
   * A block order.
   *
   * @param before null where it was added
   * @param after null where it was removed
   * @param fields names of those that differ, of an order both versions have
   */
  public record BlockOrderChange(
      String id,
      Kind kind,
      @JsonbNillable @Nullable BidBlockOrder before,
      @JsonbNillable @Nullable BidBlockOrder after,
      List<String> fields) {
    public BlockOrderChange {
      fields = List.copyOf(fields);
    }
  }
}
