package energy.optibid.analytics.adapter;

import energy.optibid.shared.Caller;
import energy.optibid.shared.Sql;
import energy.optibid.testing.LocalTransactions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Imported quarter hours with holes, prices below zero, and volumes of which some are not told. */
final class GeneratedPrices {
  static final String MARKET = "entsoe-da";

  private static final long QUARTER = 900;

  private final LocalTransactions transactions;
  private final Caller owner;
  private final String area;
  private final Random random;
  private final SortedMap<Instant, Block> blocks = new TreeMap<>();

  record Block(BigDecimal price, @Nullable BigDecimal megawatts) {}

  GeneratedPrices(LocalTransactions transactions, Caller owner, String area, long seed) {
    this.transactions = transactions;
    this.owner = owner;
    this.area = area;
    this.random = new Random(seed);
  }

  String area() {
    return area;
  }

  /** What the database should have now. */
  SortedMap<Instant, Block> blocks() {
    return blocks;
  }

  /** Days of quarter hours, by UTC; about one in twenty is missing. */
  GeneratedPrices days(String first, int count) {
    Instant start = LocalDate.parse(first).atStartOfDay().toInstant(ZoneOffset.UTC);
    for (int i = 0; i < count * 96; i++) {
      if (random.nextInt(20) > 0) {
        blocks.put(start.plusSeconds(i * QUARTER), block());
      }
    }
    return this;
  }

  private Block block() {
    BigDecimal price = BigDecimal.valueOf(random.nextInt(1_200_000) - 200_000L, 4);
    return new Block(
        price, random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(9_000_000), 3));
  }

  /** Writes all of it. */
  void write() {
    write(blocks);
  }

  /** Other prices in every third block, and every seventh gone: in the database, then here. */
  void correct() {
    SortedMap<Instant, Block> corrected = new TreeMap<>();
    SortedMap<Instant, Block> gone = new TreeMap<>();
    int i = 0;
    for (var block : blocks.entrySet()) {
      if (++i % 7 == 0) {
        gone.put(block.getKey(), block.getValue());
      } else if (i % 3 == 0) {
        corrected.put(block.getKey(), block());
      }
    }
    delete(gone);
    blocks.keySet().removeAll(gone.keySet());
    delete(corrected);
    write(corrected);
    blocks.putAll(corrected);
  }

  private void delete(SortedMap<Instant, Block> gone) {
    transactions.callAs(
        owner,
        () ->
            transactions.withConnection(
                connection ->
                    Sql.change(
                        connection,
                        "delete from price where auction_id is null and market_code = ?"
                            + " and area = ? and starts_at = any(?)",
                        MARKET,
                        area,
                        connection.createArrayOf(
                            "timestamptz",
                            gone.keySet().stream().map(Instant::toString).toArray()))));
  }

  private void write(SortedMap<Instant, Block> rows) {
    StringBuilder text = new StringBuilder();
    rows.forEach(
        (start, block) ->
            text.append(
                "%s\t%s\t%s\t%s\t15\tpublished\t%s\tEUR\t%s%n"
                    .formatted(
                        owner.organization(),
                        MARKET,
                        area,
                        start,
                        block.price(),
                        block.megawatts() == null ? "\\N" : block.megawatts())));
    transactions.callAs(
        owner,
        () ->
            transactions.withConnection(
                connection -> {
                  for (Instant start : rows.keySet()) {
                    LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
                    if (start.getEpochSecond() % 86_400 == 0 || start.equals(rows.firstKey())) {
                      Sql.rows(
                          connection,
                          "select ensure_price_partition(?)",
                          row -> row.getString(1),
                          day);
                    }
                  }
                  return Sql.copyInto(
                      connection,
                      "price",
                      "organization_id, market_code, area, starts_at, duration_minutes, source,"
                          + " price, currency, bought_mw",
                      text);
                }));
  }
}
