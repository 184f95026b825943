package energy.optibid.gateway.domain;

import energy.optibid.gateway.ExchangeAward.Status;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A result as a file, {@code <market>_<yyyyMMdd>_<revision>.result.csv}: {@code
 * reference,block_order,block,awarded_mw,price,status}.
 *
 * @param revision rises with each result of the market's day
 */
public record ResultFile(String marketCode, LocalDate deliveryDay, int revision, List<Line> lines) {
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9-]{1,40})_(\\d{8})_(\\d{1,6})\\.result\\.csv");
  private static final List<String> COLUMNS =
      List.of("reference", "block_order", "block", "awarded_mw", "price", "status");
  private static final int LONGEST_NUMBER = 18;
  private static final int MOST_DECIMALS = 6;

  public ResultFile {
    lines = List.copyOf(lines);
  }

  /**
   * @param blockOrder empty for the block's curve
   * @param awardedMw average MW, never negative
   * @param price per MWh
   */
  public record Line(
      String reference,
      String blockOrder,
      int block,
      BigDecimal awardedMw,
      BigDecimal price,
      Status status) {}

  /**
   * @throws UnreadableFile when name or text is no such file's; it counts as a whole or not at all
   */
  public static ResultFile read(String name, String text) throws UnreadableFile {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new UnreadableFile("A result is called <market>_<yyyyMMdd>_<revision>.result.csv.");
    }
    List<Line> lines = new ArrayList<>();
    for (Map<String, String> record : CsvText.read(text, COLUMNS)) {
      BigDecimal awarded = number(record, "awarded_mw");
      if (awarded.signum() < 0) {
        throw new UnreadableFile("A negative award: the side carries the sign.");
      }
      lines.add(
          new Line(
              record.getOrDefault("reference", ""),
              record.getOrDefault("block_order", ""),
              block(record),
              awarded,
              number(record, "price"),
              status(record.getOrDefault("status", ""))));
    }
    int revision = Integer.parseInt(matcher.group(3));
    if (revision < 1) {
      throw new UnreadableFile("The first revision is 1.");
    }
    return new ResultFile(matcher.group(1), day(matcher.group(2)), revision, lines);
  }

  private static LocalDate day(String digits) throws UnreadableFile {
    try {
      return LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      throw new UnreadableFile("There is no day " + digits + ".");
    }
  }

  private static int block(Map<String, String> record) throws UnreadableFile {
    String block = record.getOrDefault("block", "");
    if (!block.matches("[1-9]\\d{0,2}")) {
      throw new UnreadableFile("There is no block " + block + ".");
    }
    return Integer.parseInt(block);
  }

  private static BigDecimal number(Map<String, String> record, String column)
      throws UnreadableFile {
    String text = record.getOrDefault(column, "");
    if (!text.matches("-?\\d{1,12}(\\.\\d{1,6})?") || text.length() > LONGEST_NUMBER + 2) {
      throw new UnreadableFile(
          "%s is no number with at most %d decimals: %s.".formatted(column, MOST_DECIMALS, text));
    }
    return new BigDecimal(text);
  }

  private static Status status(String word) throws UnreadableFile {
    try {
      return Status.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UnreadableFile("There is no status " + word + ".");
    }
  }
}
