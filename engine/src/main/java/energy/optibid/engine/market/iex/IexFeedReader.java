package energy.optibid.engine.market.iex;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import energy.optibid.engine.market.reading.LimitedStream;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.reading.Unpacked;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.ResultsReader;
import energy.optibid.engine.market.results.ResultsReport;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/**
 * The exchange's feed of the day-ahead market as JSON: price, bought and sold volume of every area
 * and block, and the cleared volume and clearing price of the country. One day is held in memory at
 * a time.
 *
 * <p>The feed's {@code Buy_Volume} and {@code Sell_Volume} of the country are 0.75 × the cleared
 * volume and nobody says why: they are never read. What is read is proved instead: in every block
 * the volumes bought in the areas, those sold in them and the cleared volume are the same.
 */
public final class IexFeedReader implements ResultsReader {
  static final String MARKET = "iex-dam";
  static final String DAYS = "Delivery_Date_Details";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(20)
                  .maxNumberLength(40)
                  .maxStringLength(1_000)
                  .maxNameLength(100)
                  .build())
          .build();

  private final MarketDays days;
  private final ReadLimits limits;
  private final DayBlocks seen = new DayBlocks();

  public IexFeedReader(MarketDays days, ReadLimits limits) {
    this.days = days;
    this.limits = limits;
  }

  @Override
  public ResultsReport read(String file, InputStream in, Consumer<PublishedBlock> sink)
      throws IOException {
    Refusals refusals = new Refusals(file, limits.maxKeptRefusals());
    FeedDays feed = new FeedDays(days, seen, refusals, sink);
    Unpacked unpacked = Unpacked.of(in);
    try (JsonParser parser =
        JSON.createParser(new LimitedStream(unpacked.open(), limits.maxBytes()))) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      readDocument(parser, feed, refusals);
    } catch (JsonProcessingException e) {
      refusals.add(
          e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
          e.getLocation() == null ? "" : "column " + e.getLocation().getColumnNr(),
          RefusalCode.MALFORMED_JSON,
          "the text is no JSON or ends in the middle: " + Refusals.shown(e.getOriginalMessage()),
          "");
    } catch (LimitedStream.TooManyBytes e) {
      refusals.add(
          1,
          "",
          RefusalCode.TOO_MANY_BYTES,
          "the file has over " + limits.maxBytes() + " bytes",
          "");
    } catch (EOFException | ZipException e) {
      if (!unpacked.gzip()) {
        throw e;
      }
      refusals.add(
          1, "", RefusalCode.BROKEN_GZIP, "the gzip data is broken or ends in the middle", "");
    }
    return ResultsReport.of(file, feed.blocks(), refusals);
  }

  private static void readDocument(JsonParser parser, FeedDays feed, Refusals refusals)
      throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      refusals.add(1, "", RefusalCode.EMPTY_FILE, "the file is empty", "");
      return;
    }
    int index = 0;
    boolean found = false;
    if (first == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals(DAYS) && value == JsonToken.START_ARRAY) {
          found = true;
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            feed.day(index++, FeedNode.read(parser));
          }
        } else {
          parser.skipChildren();
        }
      }
      parser.nextToken();
    }
    if (!found || index == 0) {
      refusals.add(1, "/" + DAYS, RefusalCode.MISSING_FIELD, "the feed has no days", "");
    }
  }
}
