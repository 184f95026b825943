package energy.optibid.engine.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private record Named(RuleParameter parameter, @Nullable TermContract contract) {}

  private final String name;
  private final List<PackFault> faults = new ArrayList<>();
  private final List<DatedRule> rules = new ArrayList<>();
  private final Set<String> faulty = new HashSet<>();

  RulePackReader(String name) {
    this.name = name;
  }

  RulePack read(InputStream csv) {
    byte[] file;
    try {
      file = csv.readAllBytes();
    } catch (IOException e) {
      throw new RulePackException(
          name, List.of(new PackFault(1, "", "cannot be read: " + e.getMessage())));
    }
    readRows(file);
    if (rules.isEmpty() && faults.isEmpty()) {
      fault(1, "", "the pack has no rules");
    }
    faults.addAll(new PackSchema(rules, faulty).faults());
    if (!faults.isEmpty()) {
      throw new RulePackException(name, faults);
    }
    return new RulePack(rules.get(0).market(), rules, new String(file, StandardCharsets.UTF_8));
  }

  private void readRows(byte[] file) {
    long line = 0;
    try {
      CSVParser parser =
          CSVFormat.RFC4180.parse(
              new InputStreamReader(
                  new ByteArrayInputStream(file), StandardCharsets.UTF_8.newDecoder()));
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
    Named named = named(line, row.get(1));
    String value = row.get(2);
    if (named != null) {
      named.parameter().fault(value).ifPresent(reason -> fault(line, "value", reason));
      named
          .parameter()
          .unit()
          .fault(row.get(3), value)
          .ifPresent(reason -> fault(line, "unit", reason));
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
    if (faults.size() == faultsBefore && from != null && confidence != null && named != null) {
      rules.add(
          new DatedRule(
              line,
              market,
              named.parameter(),
              named.contract(),
              value,
              row.get(3),
              from,
              to,
              row.get(6),
              confidence));
    } else if (named != null) {
      faulty.add(DatedRule.name(named.parameter(), named.contract()));
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

  /** A parameter and, after a point, the contract it is for; null after a fault. */
  private @Nullable Named named(long line, String text) {
    int point = text.indexOf('.');
    String name = point < 0 ? text : text.substring(0, point);
    Optional<RuleParameter> parameter = RuleParameter.ofCode(name);
    if (parameter.isEmpty()) {
      fault(line, "parameter", "'" + name + "' is unknown");
      return null;
    }
    if (point < 0) {
      return new Named(parameter.get(), null);
    }
    String code = text.substring(point + 1);
    Optional<TermContract> contract = TermContract.ofCode(code);
    if (contract.isEmpty()) {
      fault(line, "parameter", "'" + code + "' is no contract");
      return null;
    }
    return new Named(parameter.get(), contract.get());
  }

  private void fault(long line, String column, String reason) {
    faults.add(new PackFault(line, column, reason));
  }
}
