package energy.optibid.market.adapter;

import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.PublishedVolumes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Published blocks in PostgreSQL's text form of COPY; volumes only where there are any. */
final class HistoryRows {
  private static final String PRICES = "market_code, area, starts_at, duration_minutes, price";
  private static final String WITH_VOLUMES =
      PRICES + ", buy_bid_mw, sell_bid_mw, bought_mw, sold_mw, scheduled_mw";

  private final List<PublishedBlock> blocks;
  private final boolean volumes;

  HistoryRows(List<PublishedBlock> blocks) {
    this.blocks = blocks;
    this.volumes = blocks.stream().anyMatch(block -> block.volumes() != null);
  }

  String columns() {
    return volumes ? WITH_VOLUMES : PRICES;
  }

  CharSequence text() {
    StringBuilder rows = new StringBuilder(blocks.size() * (volumes ? 80 : 48));
    // all areas share their blocks: each time is written out once
    Map<Instant, String> starts = new HashMap<>();
    for (PublishedBlock block : blocks) {
      String startText = starts.computeIfAbsent(block.start(), Instant::toString);
      rows.append(block.market())
          .append('\t')
          .append(block.area())
          .append('\t')
          .append(startText)
          .append('\t')
          .append(block.minutes())
          .append('\t');
      number(rows, block.price());
      if (volumes) {
        volumes(rows, block.volumes());
      }
      rows.append('\n');
    }
    return rows;
  }

  private static void volumes(StringBuilder rows, @Nullable PublishedVolumes volumes) {
    number(rows.append('\t'), volumes == null ? null : volumes.buyBids());
    number(rows.append('\t'), volumes == null ? null : volumes.sellBids());
    number(rows.append('\t'), volumes == null ? null : volumes.bought());
    number(rows.append('\t'), volumes == null ? null : volumes.sold());
    number(rows.append('\t'), volumes == null ? null : volumes.scheduled());
  }

  private static void number(StringBuilder rows, @Nullable BigDecimal number) {
    rows.append(number == null ? "\\N" : number.toPlainString());
  }
}
