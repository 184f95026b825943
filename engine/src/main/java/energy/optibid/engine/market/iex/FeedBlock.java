package energy.optibid.engine.market.iex;

import energy.optibid.engine.market.iex.FeedNode.Elements;
import energy.optibid.engine.market.iex.FeedNode.Leaf;
import energy.optibid.engine.market.iex.FeedNode.Members;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.results.Figures;
import energy.optibid.engine.market.results.MarketDays.MarketDay;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.PublishedVolumes;
import energy.optibid.engine.units.DeliveryBlock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One block of the feed: the country and its areas. */
final class FeedBlock {
  private static final String COUNTRY = "/All_India_DAM_GDAM_RTM";
  private static final String AREAS = "/Area_Details";

  private final Refusals refusals;
  private final Figures figures;
  private final Consumer<PublishedBlock> sink;

  private record Area(String code, BigDecimal price, BigDecimal bought, BigDecimal sold) {}

  FeedBlock(Refusals refusals, Consumer<PublishedBlock> sink) {
    this.refusals = refusals;
    this.figures = new Figures(refusals);
    this.sink = sink;
  }

  /**
   * Reads a block and hands on what is sound.
   *
   * @param number of the block in its day; 0 reads for faults only
   */
  void read(FeedNode token, String path, MarketDay day, int number) {
    if (!(token instanceof Members members)) {
      return; // refused with its number
    }
    long before = refusals.count();
    BigDecimal price = null;
    BigDecimal cleared = null;
    if (members.get("All_India_DAM_GDAM_RTM") instanceof Members country) {
      price = price(country, path + COUNTRY, "Clearing_Price", day);
      cleared = volume(country, path + COUNTRY, "Cleared_Volume");
    } else {
      refuse(token.line(), path + COUNTRY, RefusalCode.MISSING_FIELD, "no totals of the country");
    }
    List<Area> areas = areas(members, path, day);
    if (refusals.count() == before && cleared != null) {
      requireSums(areas, cleared, token.line(), path);
    }
    if (refusals.count() == before && number > 0 && price != null && cleared != null) {
      DeliveryBlock block = day.day().block(number);
      emit(day, block, PublishedBlock.WHOLE_MARKET, price, cleared, cleared);
      areas.forEach(area -> emit(day, block, area.code, area.price, area.bought, area.sold));
    }
  }

  private List<Area> areas(Members members, String path, MarketDay day) {
    List<Area> areas = new ArrayList<>();
    if (!(members.get("Area_Details") instanceof Elements details)) {
      refuse(members.line(), path + AREAS, RefusalCode.MISSING_FIELD, "the block has no areas");
      return areas;
    }
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < details.items().size(); i++) {
      FeedNode item = details.items().get(i);
      String place = path + AREAS + "/" + i;
      if (!(item instanceof Members area && area.get("Area_code") instanceof Leaf code)) {
        refuse(
            item.line(),
            place + "/Area_code",
            RefusalCode.MISSING_FIELD,
            "the area does not say its code");
        continue;
      }
      if (!day.rules().zones().contains(code.text())) {
        refusals.add(
            code.line(),
            place + "/Area_code",
            RefusalCode.UNKNOWN_ZONE,
            "'" + Refusals.shown(code.text()) + "' is no area of the market",
            code.text());
        continue;
      }
      if (!codes.add(code.text())) {
        refusals.add(
            code.line(),
            place + "/Area_code",
            RefusalCode.DUPLICATE,
            "the area stands further up in the same block",
            code.text());
      }
      Area read = area(area, code.text(), place, day);
      if (read != null) {
        areas.add(read);
      }
    }
    for (String zone : day.rules().zones()) {
      if (!codes.contains(zone)) {
        refuse(
            details.line(),
            path + AREAS,
            RefusalCode.MISSING_AREA,
            "the block has no area " + zone);
      }
    }
    return areas;
  }

  private @Nullable Area area(Members area, String code, String place, MarketDay day) {
    String path = place + "/Area_Codes";
    if (!(area.get("Area_Codes") instanceof Members figuresOfArea)) {
      refuse(area.line(), path, RefusalCode.MISSING_FIELD, "area " + code + " has no figures");
      return null;
    }
    BigDecimal price = price(figuresOfArea, path, "Area_Price", day);
    BigDecimal bought = volume(figuresOfArea, path, "Buy_Volume");
    BigDecimal sold = volume(figuresOfArea, path, "Sell_Volume");
    return price == null || bought == null || sold == null
        ? null
        : new Area(code, price, bought, sold);
  }

  private void requireSums(List<Area> areas, BigDecimal cleared, long line, String path) {
    BigDecimal bought = sum(areas.stream().map(Area::bought).toList());
    BigDecimal sold = sum(areas.stream().map(Area::sold).toList());
    requireSum(bought, cleared, line, path, "bought");
    requireSum(sold, cleared, line, path, "sold");
  }

  private void requireSum(BigDecimal sum, BigDecimal cleared, long line, String path, String what) {
    if (sum.compareTo(cleared) != 0) {
      refusals.add(
          line,
          path + COUNTRY + "/Cleared_Volume",
          RefusalCode.SUM_MISMATCH,
          "%s MW were %s in the areas and %s MW cleared"
              .formatted(
                  sum.stripTrailingZeros().toPlainString(),
                  what,
                  cleared.stripTrailingZeros().toPlainString()),
          cleared.toPlainString());
    }
  }

  private static BigDecimal sum(List<BigDecimal> volumes) {
    return volumes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private @Nullable BigDecimal price(Members of, String path, String name, MarketDay day) {
    Leaf leaf = number(of, path, name);
    return leaf == null
        ? null
        : figures.price(leaf.line(), path + "/" + name, leaf.text(), day.rules());
  }

  private @Nullable BigDecimal volume(Members of, String path, String name) {
    Leaf leaf = number(of, path, name);
    return leaf == null ? null : figures.megawatts(leaf.line(), path + "/" + name, leaf.text());
  }

  private @Nullable Leaf number(Members of, String path, String name) {
    FeedNode node = of.get(name);
    String field = path + "/" + name;
    if (node == null) {
      refuse(of.line(), field, RefusalCode.MISSING_FIELD, name + " is missing");
      return null;
    }
    if (!(node instanceof Leaf leaf && leaf.number())) {
      refusals.add(
          node.line(),
          field,
          RefusalCode.NUMBER_FORM,
          name + " must be a number",
          node instanceof Leaf text ? text.text() : "");
      return null;
    }
    return leaf;
  }

  private void emit(
      MarketDay day,
      DeliveryBlock block,
      String area,
      BigDecimal price,
      BigDecimal bought,
      BigDecimal sold) {
    sink.accept(
        new PublishedBlock(
            IexFeedReader.MARKET,
            area,
            day.day().date(),
            block.start(),
            (int) block.duration().toMinutes(),
            price,
            IexTableReader.atCap(price, day),
            new PublishedVolumes(null, null, bought, sold, null)));
  }

  private void refuse(long line, String field, RefusalCode code, String reason) {
    refusals.add(line, field, code, reason, "");
  }
}
