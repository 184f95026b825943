package energy.optibid.exports.domain;

import static energy.optibid.exports.domain.Column.decimal;
import static energy.optibid.exports.domain.Column.integer;
import static energy.optibid.exports.domain.Column.text;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.List;

/** The columns of a file of bids. */
public final class BidColumns {
  public static final String BID = "bid";
  public static final String VERSION = "version";
  public static final String ASSET = "asset";
  public static final String ASSET_ID = "asset_id";
  public static final String AREA = "area";
  public static final String SIDE = "side";
  public static final String LABEL = "label";
  public static final String CARRY_OVER = "carry_over";
  public static final String BLOCK = "block";
  public static final String BLOCK_ORDER = "block_order";
  public static final String RATIO = "minimum_acceptance_ratio";
  public static final String PARENT = "parent";
  public static final String GROUP = "exclusive_group";
  public static final String FLEXIBLE = "flexible";
  private static final int RATIO_SCALE = 6;

  private BidColumns() {}

  /** The column of a point's price, per MWh; of a block order the first is its limit. */
  public static String price(int point) {
    return "price_" + point;
  }

  /** The column of a point's cumulative MW; of a block order the first is its MW in the block. */
  public static String quantity(int point) {
    return "quantity_" + point;
  }

  /**
   * All of them.
   *
   * @param points most points of any block
   */
  static List<Column> all(int points) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                text(BID),
                integer(VERSION),
                text(ASSET),
                text(ASSET_ID),
                text(AREA),
                text(SIDE),
                text(LABEL),
                text(CARRY_OVER),
                integer(BLOCK),
                text(BLOCK_ORDER),
                decimal(RATIO, RATIO_SCALE),
                text(PARENT),
                text(GROUP),
                text(FLEXIBLE)));
    for (int point = 1; point <= points; point++) {
      columns.add(decimal(price(point), Price.SCALE));
      columns.add(decimal(quantity(point), Power.SCALE));
    }
    return columns;
  }
}
