package energy.optibid.engine.market.iex;

import energy.optibid.engine.market.iex.FeedNode.Elements;
import energy.optibid.engine.market.iex.FeedNode.Leaf;
import energy.optibid.engine.market.iex.FeedNode.Members;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.MarketDays.MarketDay;
import energy.optibid.engine.market.results.PublishedBlock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The days of a feed, each judged block by block. */
final class FeedDays {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final MarketDays days;
  private final DayBlocks seen;
  private final Refusals refusals;
  private final FeedBlock block;
  private long blocks;

  FeedDays(MarketDays days, DayBlocks seen, Refusals refusals, Consumer<PublishedBlock> sink) {
    this.days = days;
    this.seen = seen;
    this.refusals = refusals;
    this.block = new FeedBlock(refusals, sink);
  }

  /** Blocks read so far, refused ones included. */
  long blocks() {
    return blocks;
  }

  void day(int index, FeedNode node) {
    String path = "/" + IexFeedReader.DAYS + "/" + index;
    if (!(node instanceof Members members)) {
      refuse(node.line(), path, RefusalCode.MISSING_FIELD, "a day must be an object", "");
      return;
    }
    MarketDay day = dayOf(members, path);
    FeedNode tokens = members.get("Token_Wise");
    if (!(tokens instanceof Elements elements)) {
      refuse(
          node.line(),
          path + "/Token_Wise",
          RefusalCode.MISSING_FIELD,
          "the day has no list of blocks",
          "");
      return;
    }
    if (day == null) {
      blocks += elements.items().size();
      return;
    }
    for (int i = 0; i < elements.items().size(); i++) {
      blocks++;
      FeedNode token = elements.items().get(i);
      String place = path + "/Token_Wise/" + i;
      int number = numberOf(token, place, day);
      block.read(token, place, day, number);
    }
    seen.refuseMissing(node.line(), refusals);
  }

  private @Nullable MarketDay dayOf(Members members, String path) {
    String field = path + "/DeliveryDate";
    if (!(members.get("DeliveryDate") instanceof Leaf leaf)) {
      refuse(members.line(), field, RefusalCode.MISSING_FIELD, "the day does not say its date", "");
      return null;
    }
    LocalDate date;
    try {
      date = LocalDate.parse(leaf.text(), DATE);
    } catch (DateTimeParseException e) {
      refuse(
          leaf.line(), field, RefusalCode.DAY_FORM, "the date is no day (DD/MM/YYYY)", leaf.text());
      return null;
    }
    MarketDay day = days.find(IexFeedReader.MARKET, date);
    if (day == null) {
      refuse(
          leaf.line(),
          field,
          RefusalCode.DAY_WITHOUT_RULES,
          "the rule pack of iex-dam says nothing about " + date,
          leaf.text());
    } else if (seen.has(day)) {
      refuse(
          leaf.line(),
          field,
          RefusalCode.DUPLICATE,
          "the same day stands further up or in an earlier file",
          leaf.text());
      return null;
    } else if (seen.size() >= ReadLimits.MOST_DAYS) {
      refuse(
          leaf.line(),
          field,
          RefusalCode.TOO_MANY_DAYS,
          "the files have over " + ReadLimits.MOST_DAYS + " delivery days",
          leaf.text());
      return null;
    }
    return day;
  }

  /** The number of a block, or 0 when it has none of its own. */
  private int numberOf(FeedNode token, String place, MarketDay day) {
    String field = place + "/Token_NO";
    if (!(token instanceof Members members && members.get("Token_NO") instanceof Leaf leaf)) {
      refuse(token.line(), field, RefusalCode.MISSING_FIELD, "the block has no number", "");
      return 0;
    }
    if (!leaf.number() || !leaf.text().matches("[1-9][0-9]{0,2}")) {
      refuse(
          leaf.line(),
          field,
          RefusalCode.PERIOD_FORM,
          "the block's number is no whole number from 1",
          leaf.text());
      return 0;
    }
    int number = Integer.parseInt(leaf.text());
    if (number > day.day().blockCount()) {
      refuse(
          leaf.line(),
          field,
          RefusalCode.PERIOD_RANGE,
          day.day().date() + " has blocks 1 to " + day.day().blockCount(),
          leaf.text());
      return 0;
    }
    if (!seen.add(day, number)) {
      refuse(
          leaf.line(),
          field,
          RefusalCode.DUPLICATE,
          "block " + number + " stands further up in the same day",
          leaf.text());
    }
    return number;
  }

  private void refuse(long line, String field, RefusalCode code, String reason, String value) {
    refusals.add(line, field, code, reason, value);
  }
}
