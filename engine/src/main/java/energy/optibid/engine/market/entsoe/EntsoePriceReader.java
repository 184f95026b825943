package energy.optibid.engine.market.entsoe;

import energy.optibid.engine.market.reading.LimitedStream;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.market.reading.Unpacked;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.ResultsReader;
import energy.optibid.engine.market.results.ResultsReport;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Price documents of the Transparency Platform ({@code Publication_MarketDocument} of type A44):
 * day-ahead prices of bidding zones, of any length, hourly or by the quarter-hour, with or without
 * the points that repeat the one before (curve types A01 and A03). A document of another kind is
 * refused with what it is. Memory holds one period of one zone.
 */
public final class EntsoePriceReader implements ResultsReader {
  /** Market code of the prices. */
  public static final String MARKET = "entsoe-da";

  private static final String DOCUMENT = "Publication_MarketDocument";
  private static final String PRICES = "A44";
  private static final String NO_DATA = "Acknowledgement_MarketDocument";

  private final MarketDays days;
  private final ReadLimits limits;
  private final SeenStarts seen = new SeenStarts();

  public EntsoePriceReader(MarketDays days, ReadLimits limits) {
    this.days = days;
    this.limits = limits;
  }

  @Override
  public ResultsReport read(String file, InputStream in, Consumer<PublishedBlock> sink)
      throws IOException {
    Refusals refusals = new Refusals(file, limits.maxKeptRefusals());
    PriceSeries series = new PriceSeries(days, seen, refusals, sink);
    Unpacked unpacked = Unpacked.of(in);
    LimitedStream content = null;
    try {
      content = new LimitedStream(unpacked.open(), limits.maxBytes());
      readDocument(new XmlCursor(content), series, refusals);
    } catch (XMLStreamException e) {
      refuseText(e, content, refusals);
    } catch (EOFException | ZipException e) {
      if (!unpacked.gzip()) {
        throw e;
      }
      refuse(refusals, RefusalCode.BROKEN_GZIP, "the gzip data is broken or ends in the middle");
    }
    return ResultsReport.of(file, series.points(), refusals);
  }

  private static void readDocument(XmlCursor xml, PriceSeries series, Refusals refusals)
      throws XMLStreamException {
    xml.enter();
    String document = xml.name();
    long line = xml.line();
    String type = "";
    boolean any = false;
    while (xml.enter()) {
      switch (xml.name()) {
        case "type" -> type = xml.text();
        case "Reason" -> {
          if (document.equals(NO_DATA)) {
            refuseEmpty(xml, refusals);
            return;
          }
          xml.skip();
        }
        case "TimeSeries" -> {
          if (!document.equals(DOCUMENT) || !type.equals(PRICES)) {
            refusals.add(line, "", RefusalCode.OTHER_DOCUMENT, other(document, type), "");
            return;
          }
          any = true;
          series.read(xml);
        }
        default -> xml.skip();
      }
    }
    if (!any) {
      boolean prices = document.equals(DOCUMENT) && type.equals(PRICES);
      refusals.add(
          line,
          "",
          prices ? RefusalCode.EMPTY_FILE : RefusalCode.OTHER_DOCUMENT,
          prices ? "the document has no time series" : other(document, type),
          "");
    }
  }

  private static String other(String document, String type) {
    return "the document is a %s%s, not day-ahead prices (%s of type %s)"
        .formatted(
            Refusals.shown(document),
            type.isEmpty() ? "" : " of type " + DocumentTypes.named(Refusals.shown(type)),
            DOCUMENT,
            PRICES);
  }

  /** The platform answers a question it has no data for with an acknowledgement and a reason. */
  private static void refuseEmpty(XmlCursor xml, Refusals refusals) throws XMLStreamException {
    long line = xml.line();
    String reason = "";
    while (xml.enter()) {
      if (xml.name().equals("text")) {
        reason = xml.text();
      } else {
        xml.skip();
      }
    }
    refusals.add(
        line,
        "Reason/text",
        RefusalCode.OTHER_DOCUMENT,
        "the document says why the platform has no data, and holds none",
        reason);
  }

  private void refuseText(XMLStreamException e, @Nullable LimitedStream content, Refusals refusals)
      throws IOException {
    Throwable cause = e.getNestedException();
    if (cause instanceof LimitedStream.TooManyBytes || (content != null && content.exceeded())) {
      refuse(
          refusals,
          RefusalCode.TOO_MANY_BYTES,
          "the file has over %d bytes".formatted(limits.maxBytes()));
    } else if (cause instanceof EOFException || cause instanceof ZipException) {
      refuse(refusals, RefusalCode.BROKEN_GZIP, "the gzip data is broken or ends in the middle");
    } else if (cause instanceof IOException failed && !(cause instanceof CharConversionException)) {
      throw failed;
    } else {
      refusals.add(
          e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber()),
          e.getLocation() == null ? "" : "column " + e.getLocation().getColumnNumber(),
          RefusalCode.MALFORMED_XML,
          "the text is no XML, ends in the middle, or has what is not allowed: "
              + Refusals.shown(String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "")),
          "");
    }
  }

  private static void refuse(Refusals refusals, RefusalCode code, String reason) {
    refusals.add(1, "", code, reason, "");
  }
}
