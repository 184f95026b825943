package energy.optibid.gateway.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an exchange says of orders in a file: {@code reference,status,exchange_reference,reason}.
 */
public final class AcknowledgementFile {
  private static final List<String> COLUMNS =
      List.of("reference", "status", "exchange_reference", "reason");

  private AcknowledgementFile() {}

  /** What it says of an order. */
  public enum Status {
    /** It has it. */
    HELD,
    /** It does not take it. */
    REFUSED,
    /** It gave it back. */
    WITHDRAWN,
    /** It was asked for it and keeps it. */
    KEPT
  }

  /**
   * @param exchangeReference the exchange's name for the order; ours where it has none
   */
  public record Line(String reference, Status status, String exchangeReference, String reason) {}

  /**
   * @throws UnreadableFile when it is no such file; it counts as a whole or not at all
   */
  public static List<Line> read(String text) throws UnreadableFile {
    List<Line> lines = new ArrayList<>();
    for (Map<String, String> record : CsvText.read(text, COLUMNS)) {
      String reference = record.getOrDefault("reference", "");
      String exchange = record.getOrDefault("exchange_reference", "");
      String reason = record.getOrDefault("reason", "");
      if (reference.isEmpty()) {
        throw new UnreadableFile("A record names no reference.");
      }
      lines.add(
          new Line(
              reference,
              status(record.getOrDefault("status", "")),
              exchange.isEmpty() ? reference : exchange,
              reason.isEmpty() ? "The exchange gave no reason." : reason));
    }
    if (lines.isEmpty()) {
      throw new UnreadableFile("It says nothing of any order.");
    }
    return lines;
  }

  private static Status status(String word) throws UnreadableFile {
    try {
      return Status.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UnreadableFile("There is no status " + word + ".");
    }
  }
}
