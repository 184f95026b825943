package energy.optibid.engine.market.iex;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.ResultsReader;
import energy.optibid.engine.market.results.ResultsReport;
import energy.optibid.engine.rules.RulePack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small files in the exchange's formats, the real ones, and a reader's answer to either. */
public final class IexFiles {
  static final List<String> AREAS =
      List.of("A1", "A2", "E1", "E2", "N1", "N2", "N3", "S1", "S2", "S3", "W1", "W2", "W3");

  /** What reading came to. */
  public record Answer(ResultsReport report, List<PublishedBlock> blocks) {
    /** Codes and fields of the refusals, in order. */
    public List<String> faults() {
      return report.refusals().stream()
          .map(refusal -> refusal.code().code() + " " + refusal.field())
          .toList();
    }
  }

  private IexFiles() {}

  public static MarketDays days() {
    return new MarketDays(
        Stream.of("iex-dam", "iex-gdam", "iex-hpdam", "iex-rtm")
            .collect(Collectors.toMap(market -> market, IexFiles::pack)));
  }

  private static RulePack pack(String market) {
    try (InputStream csv =
        IexFiles.class.getResourceAsStream("/optibid/rule-packs/" + market + ".csv")) {
      return RulePack.read(market + ".csv", Objects.requireNonNull(csv));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Answer read(ResultsReader reader, String text) {
    return read(reader, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static Answer read(ResultsReader reader, InputStream in) {
    List<PublishedBlock> blocks = new ArrayList<>();
    try {
      return new Answer(reader.read("file", in, blocks::add), blocks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Answer readReal(ResultsReader reader, String name) throws IOException {
    String given =
        System.getProperty(
            "OPTIBID_DATA", System.getenv().getOrDefault("OPTIBID_DATA", "../../shared/data"));
    Path file = Path.of(given).toAbsolutePath().normalize().resolve("iex").resolve(name);
    assumeTrue(Files.isRegularFile(file), () -> "real data not found: " + file);
    try (InputStream in = Files.newInputStream(file)) {
      return read(reader, in);
    }
  }

  static IexFeedReader feedReader() {
    return new IexFeedReader(days(), ReadLimits.DEFAULT);
  }

  static IexTableReader tableReader() {
    return new IexTableReader(days(), ReadLimits.DEFAULT);
  }

  /** A feed of one day; block n has every area buying n and selling n MW at 1000 + n. */
  static List<String> tokens() {
    List<String> tokens = new ArrayList<>();
    for (int n = 1; n <= 96; n++) {
      int number = n;
      String areas =
          AREAS.stream()
              .map(
                  area ->
                      "{\"Area_code\":\"%s\",\"Area_Codes\":{\"Area_Price\":%d.50,\"Buy_Volume\":%d,\"Sell_Volume\":%d}}"
                          .formatted(area, 1000 + number, number, number))
              .collect(Collectors.joining(","));
      tokens.add(
          "{\"All_India_DAM_GDAM_RTM\":{\"Buy_Volume\":%s,\"Cleared_Volume\":%d,\"Clearing_Price\":%d.50,\"Sell_Volume\":1},\"Area_Details\":[%s],\"Token_NO\":%d}"
              .formatted(0.75 * 13 * n, 13 * n, 1000 + n, areas, n));
    }
    return tokens;
  }

  static String feed(List<String> tokens) {
    return "{\"Delivery_Date_Details\":[{\"Token_Wise\":[%s],\"DeliveryDate\":\"18/10/2022\"}],\"Status\":\"ok\"}"
        .formatted(String.join(",", tokens));
  }

  /** Lines of one day of two markets, the header first. */
  static List<String> table() {
    List<String> lines = new ArrayList<>(List.of(IexTableReader.HEADER));
    for (String market : List.of("dam", "hpdam")) {
      for (int n = 0; n < 96; n++) {
        String block =
            "%02d:%02d - %02d:%02d".formatted(n / 4, n % 4 * 15, (n + 1) / 4, (n + 1) % 4 * 15);
        lines.add(
            market.equals("dam")
                ? "dam,27-12-2023," + block + ",800.00,700.50,650.1,650.10," + (3000 + n) + ".05"
                : "hpdam,27-12-2023," + block + ",0.00,654.00,0.0,0.00,-");
      }
    }
    return lines;
  }
}
