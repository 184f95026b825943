package energy.optibid.imports.adapter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** A small day in each of the exchange's formats, to be spoilt place by place. */
final class IexDay {
  static final List<String> AREAS =
      List.of("A1", "A2", "E1", "E2", "N1", "N2", "N3", "S1", "S2", "S3", "W1", "W2", "W3");
  static final String TABLE_HEADER =
      "market,date,time_block,purchase_bid_mw,sell_bid_mw,mcv_mw,final_scheduled_mw,mcp_rs_mwh";

  final List<String> tokens = new ArrayList<>();
  final List<String> lines = new ArrayList<>(List.of(TABLE_HEADER));

  IexDay() {
    for (int n = 1; n <= 96; n++) {
      tokens.add(token(n));
    }
    for (String market : List.of("dam", "hpdam")) {
      for (int n = 0; n < 96; n++) {
        lines.add(line(market, n));
      }
    }
  }

  private static String token(int n) {
    String areas =
        AREAS.stream()
            .map(
                area ->
                    ("{\"Area_code\":\"%s\",\"Area_Codes\":{\"Area_Price\":%d.50,"
                            + "\"Buy_Volume\":%d,\"Sell_Volume\":%d}}")
                        .formatted(area, 1000 + n, n, n))
            .collect(Collectors.joining(","));
    return ("{\"All_India_DAM_GDAM_RTM\":{\"Buy_Volume\":%s,\"Cleared_Volume\":%d,"
            + "\"Clearing_Price\":%d.50,\"Sell_Volume\":1},\"Area_Details\":[%s],"
            + "\"Token_NO\":%d}")
        .formatted(0.75 * 13 * n, 13 * n, 1000 + n, areas, n);
  }

  private static String line(String market, int n) {
    String block =
        "%02d:%02d - %02d:%02d".formatted(n / 4, n % 4 * 15, (n + 1) / 4, (n + 1) % 4 * 15);
    return market.equals("dam")
        ? "dam,27-12-2023," + block + ",800.00,700.50,650.1,650.10," + (3000 + n) + ".05"
        : "hpdam,27-12-2023," + block + ",0.00,654.00,0.0,0.00,-";
  }

  void spoilToken(int number, String from, String to) {
    spoil(tokens, number - 1, from, to);
  }

  void spoilLine(int line, String from, String to) {
    spoil(lines, line - 1, from, to);
  }

  private static void spoil(List<String> texts, int index, String from, String to) {
    String text = texts.get(index);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(text + " has no " + from);
    }
    texts.set(
        index,
        text.replaceFirst(java.util.regex.Pattern.quote(from), Matcher.quoteReplacement(to)));
  }

  /** The feed of 18 October 2022 under its file name. */
  Map<String, byte[]> feed() {
    String text =
        "{\"Delivery_Date_Details\":[{\"DeliveryDate\":\"18\\/10\\/2022\",\"Token_Wise\":["
            + String.join(",", tokens)
            + "]}]}";
    return Map.of("feed.json", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The table of 27 December 2023 under its file name. */
  Map<String, byte[]> table() {
    return Map.of("table.csv", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
