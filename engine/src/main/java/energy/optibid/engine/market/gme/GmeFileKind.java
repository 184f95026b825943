package energy.optibid.engine.market.gme;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of file of the format, each known by its header line. */
public enum GmeFileKind {
  /**
   * Order books as increments with accepted blocks folded in. {@link #SIMPLE_BID_CURVES} share this
   * header; only the file name tells them apart.
   */
  BID_CURVES(
      "bid-curves", "timestamp,delivery_day,period,zone,side,price_eur_per_mwh,quantity_mwh"),
  /** Capacities between zones, both directions non-negative. */
  INTERNAL_TRANSFER_CAPACITIES(
      "internal-transfer-capacities",
      "timestamp,delivery_day,period,from_zone,to_zone,forward_capacity_mwh,reverse_capacity_mwh"),
  /** Capacities of every link, borders included, as a range of flow. */
  TRANSFER_CAPACITIES(
      "transfer-capacities",
      "timestamp,delivery_day,period,id,from_zone,to_zone,min_flow_mwh,max_flow_mwh"),
  /** Scheduled exchanges over the borders; positive leaves the zone. */
  PUBLISHED_EXCHANGES(
      "published-exchanges", "timestamp,delivery_day,period,zone,external_zone,exchange_mwh"),
  /** Published prices of zones, neighbours and indices. */
  PUBLISHED_PRICES("published-prices", "timestamp,delivery_day,period,zone,price_eur_per_mwh"),
  /** Published flows between zones. */
  PUBLISHED_FLOWS("published-flows", "timestamp,delivery_day,period,from_zone,to_zone,flow_mwh"),
  /** Order books as increments without any block, beside {@link #BLOCK_ORDERS}. */
  SIMPLE_BID_CURVES("simple-bid-curves", BID_CURVES.header),
  /** Block orders, one row for each of a block's periods, with the published decision. */
  BLOCK_ORDERS(
      "block-orders",
      "timestamp,delivery_day,block_id,period,zone,side,quantity_mwh,price_eur_per_mwh,"
          + "published_status");

  private final String baseName;
  private final String header;

  GmeFileKind(String baseName, String header) {
    this.baseName = baseName;
    this.header = header;
  }

  /** Name of such a file without its endings, for instance {@code bid-curves}. */
  public String baseName() {
    return baseName;
  }

  /** The header line, without line end. */
  public String header() {
    return header;
  }

  /** Names of the columns, in order. */
  public List<String> columns() {
    return List.of(header.split(",", -1));
  }

  /** The kind with exactly this header line, or empty. */
  public static Optional<GmeFileKind> ofHeader(String line) {
    return Arrays.stream(values()).filter(kind -> kind.header.equals(line)).findFirst();
  }
}
