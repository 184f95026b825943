package energy.optibid.engine.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads one pack file and collects every fault before refusing it. */
final class RulePackReader {
  private static final List<String> HEADER =
      List.of(
          "market",
          "parameter",
          "value",
          "unit",
          "effective_from",
          "effective_to",
          "source",
          "confidence");

  private final String name;
  private final List<PackFault> faults = new ArrayList<>();
  private final List<DatedRule> rules = new ArrayList<>();

  RulePackReader(String name) {
    this.name = name;
  }

  RulePack read(InputStream csv) {
    long line = 0;
    try {
      CSVParser parser =
          CSVFormat.RFC4180.parse(new InputStreamReader(csv, StandardCharsets.UTF_8.newDecoder()));
      for (CSVRecord row : parser) {
        line = parser.getCurrentLineNumber();
        if (row.getRecordNumber() == 1) {
          readHeader(row);
        } else if (row.size() != HEADER.size()) {
          fault(line, "", "has " + row.size() + " columns instead of " + HEADER.size());
        } else {
          readRule(line, row);
        }
      }
    } catch (CharacterCodingException e) {
      fault(line + 1, "", "is not UTF-8");
    } catch (IOException | UncheckedIOException e) {
      fault(line + 1, "", "cannot be read: " + e.getMessage());
    }
    if (rules.isEmpty() && faults.isEmpty()) {
      fault(1, "", "the pack has no rules");
    }
    refuseOverlaps();
    if (!faults.isEmpty()) {
      throw new RulePackException(name, faults);
    }
    return new RulePack(rules.get(0).market(), rules);
  }

  private void readHeader(CSVRecord row) {
    if (!row.toList().equals(HEADER)) {
      fault(1, "", "the header must be " + String.join(",", HEADER));
    }
  }

  private void readRule(long line, CSVRecord row) {
    int faultsBefore = faults.size();
    String market = row.get(0);
    if (market.isBlank()) {
      fault(line, "market", "is empty");
    } else if (!rules.isEmpty() && !rules.get(0).market().equals(market)) {
      fault(line, "market", "is '" + market + "' in a pack of " + rules.get(0).market());
    }
    Optional<RuleParameter> parameter = RuleParameter.ofCode(row.get(1));
    String value = row.get(2);
    if (parameter.isEmpty()) {
      fault(line, "parameter", "'" + row.get(1) + "' is unknown");
    } else {
      parameter.get().fault(value).ifPresent(reason -> fault(line, "value", reason));
    }
    LocalDate from = date(line, "effective_from", row.get(4));
    LocalDate to = row.get(5).isEmpty() ? null : date(line, "effective_to", row.get(5));
    if (from != null && to != null && to.isBefore(from)) {
      fault(line, "effective_to", to + " is before " + from);
    }
    if (row.get(6).isBlank()) {
      fault(line, "source", "is empty");
    }
    Confidence confidence = confidence(line, row.get(7));
    if (faults.size() == faultsBefore
        && from != null
        && confidence != null
        && parameter.isPresent()) {
      rules.add(
          new DatedRule(
              line, market, parameter.get(), value, row.get(3), from, to, row.get(6), confidence));
    }
  }

  private @Nullable LocalDate date(long line, String column, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      fault(line, column, "'" + text + "' is no date (YYYY-MM-DD)");
      return null;
    }
  }

  private @Nullable Confidence confidence(long line, String text) {
    try {
      return RuleParameter.constant(Confidence.class, text);
    } catch (IllegalArgumentException e) {
      fault(line, "confidence", "'" + text + "' is not verified, source or unverified");
      return null;
    }
  }

  private void refuseOverlaps() {
    for (int i = 0; i < rules.size(); i++) {
      for (int j = 0; j < i; j++) {
        DatedRule later = rules.get(i);
        DatedRule earlier = rules.get(j);
        if (later.parameter() == earlier.parameter() && later.overlaps(earlier)) {
          fault(
              later.line(),
              "effective_from",
              later.parameter().code() + " overlaps the period of line " + earlier.line());
        }
      }
    }
  }

  private void fault(long line, String column, String reason) {
    faults.add(new PackFault(line, column, reason));
  }
}
