package energy.optibid.market.adapter;

import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.units.Price;
import energy.optibid.market.AreaPrices;
import energy.optibid.market.BlockBook;
import energy.optibid.market.StagedDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A day in PostgreSQL's text form of COPY. */
final class StagedRows {
  static final String BOOK_COLUMNS =
      "import_id, organization_id, delivery_day, area, block, side, prices, quantities";
  static final String LINK_COLUMNS =
      "import_id, organization_id, delivery_day, from_area, to_area, forward_kw, reverse_kw";
  static final String EXCHANGE_COLUMNS =
      "import_id, organization_id, delivery_day, area, external_area, export_kw";
  static final String PRICE_COLUMNS =
      "import_id, organization_id, delivery_day, area, starts_at, price";

  private final StagedDay day;
  private final String key;

  StagedRows(UUID importId, UUID organization, StagedDay day) {
    this.day = day;
    this.key = importId + "\t" + organization + "\t" + day.day().date() + "\t";
  }

  CharSequence books() {
    StringBuilder rows = new StringBuilder();
    for (BlockBook block : day.blocks()) {
      for (Order order : block.orders()) {
        Comparator<Step> merit =
            Comparator.comparing(Step::price, Comparator.<Price>naturalOrder());
        List<Step> steps = new ArrayList<>(order.steps());
        steps.sort(order.side() == Side.BUY ? merit.reversed() : merit);
        rows.append(key)
            .append(order.zone())
            .append('\t')
            .append(block.number())
            .append('\t')
            .append(order.side().name().toLowerCase(Locale.ROOT))
            .append('\t');
        array(rows, steps.stream().mapToLong(step -> step.price().tenThousandths()).toArray());
        rows.append('\t');
        array(rows, steps.stream().mapToLong(step -> step.quantity().kilowatts()).toArray());
        rows.append('\n');
      }
    }
    return rows;
  }

  CharSequence links() {
    Map<String, long[][]> links = new TreeMap<>();
    for (BlockBook block : day.blocks()) {
      for (Link link : block.links()) {
        long[][] limits =
            links.computeIfAbsent(
                link.from() + "\t" + link.to(), ends -> new long[2][day.blocks().size()]);
        limits[0][block.number() - 1] = link.forwardCapacity().kilowatts();
        limits[1][block.number() - 1] = link.reverseCapacity().kilowatts();
      }
    }
    StringBuilder rows = new StringBuilder();
    links.forEach(
        (ends, limits) -> {
          rows.append(key).append(ends).append('\t');
          array(rows, limits[0]);
          rows.append('\t');
          array(rows, limits[1]);
          rows.append('\n');
        });
    return rows;
  }

  CharSequence exchanges() {
    Map<String, long[]> exchanges = new TreeMap<>();
    for (BlockBook block : day.blocks()) {
      for (ExternalExchange exchange : block.exchanges()) {
        exchanges
                .computeIfAbsent(
                    exchange.zone() + "\t" + exchange.externalZone(),
                    ends -> new long[day.blocks().size()])[block.number() - 1] =
            exchange.export().kilowatts();
      }
    }
    StringBuilder rows = new StringBuilder();
    exchanges.forEach(
        (ends, export) -> {
          rows.append(key).append(ends).append('\t');
          array(rows, export);
          rows.append('\n');
        });
    return rows;
  }

  CharSequence prices() {
    StringBuilder rows = new StringBuilder();
    for (AreaPrices area : day.published()) {
      for (int block = 1; block <= area.prices().size(); block++) {
        BigDecimal price = area.prices().get(block - 1);
        if (price != null) {
          rows.append(key)
              .append(area.area())
              .append('\t')
              .append(day.day().block(block).start())
              .append('\t')
              .append(price.toPlainString())
              .append('\n');
        }
      }
    }
    return rows;
  }

  private static void array(StringBuilder rows, long[] values) {
    rows.append('{');
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        rows.append(',');
      }
      rows.append(values[i]);
    }
    rows.append('}');
  }
}
