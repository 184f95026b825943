package energy.optibid.book.domain;

import energy.optibid.book.Contracts;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a contract's profile from CSV (RFC 4180). The header is line 1. */
public final class ProfileFile {
  private static final List<String> COLUMNS = List.of(Contracts.PROFILE_HEADER.split(",", -1));
  private static final int MOST_DIGITS = 18;

  private final List<Fault> faults = new ArrayList<>();
  private final TreeMap<Integer, BigDecimal> powers = new TreeMap<>();

  private ProfileFile() {}

  /**
   * MW of the 96 quarter hours in order.
   *
   * @throws ProblemException {@code validation_failed} with every fault by line and column
   */
  public static List<BigDecimal> read(String csv) {
    ProfileFile file = new ProfileFile();
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(csv))) {
      for (CSVRecord row : parser) {
        file.add(row, parser.getCurrentLineNumber());
      }
    } catch (IOException | UncheckedIOException e) {
      file.fault("/lines", "csv", "The file is not CSV: " + e.getMessage());
    }
    file.complete();
    if (!file.faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "The file cannot be taken; nothing of it was.",
          file.faults);
    }
    return List.copyOf(file.powers.values());
  }

  private void add(CSVRecord row, long line) {
    String at = "/lines/" + line;
    if (row.getRecordNumber() == 1) {
      if (!row.toList().equals(COLUMNS)) {
        fault(at, "header", "The first line must be " + Contracts.PROFILE_HEADER + ".");
      }
      return;
    }
    if (row.size() != COLUMNS.size()) {
      fault(at, "columns", "Has " + row.size() + " columns instead of " + COLUMNS.size() + ".");
      return;
    }
    Integer block = block(at + "/block", row.get(0).strip());
    BigDecimal power = power(at + "/megawatts", row.get(1).strip());
    if (block != null
        && powers.putIfAbsent(block, power == null ? BigDecimal.ZERO : power) != null) {
      fault(at + "/block", "duplicate", "Block " + block + " appears twice.");
    }
  }

  private @Nullable Integer block(String at, String text) {
    try {
      int block = Integer.parseInt(text);
      if (block >= 1 && block <= ValidContract.QUARTERS) {
        return block;
      }
    } catch (NumberFormatException e) {
      // the same refusal as a number out of range
    }
    fault(at, "unknown_block", "Must be a block from 1 to 96.");
    return null;
  }

  private @Nullable BigDecimal power(String at, String text) {
    try {
      BigDecimal power = new BigDecimal(text);
      if (power.precision() > MOST_DIGITS
          || Math.abs(power.scale()) > MOST_DIGITS
          || power.stripTrailingZeros().scale() > InputFaults.POWER_DECIMALS) {
        fault(at, "decimals", "Power is a multiple of 0.001 MW.");
      } else if (power.signum() < 0) {
        fault(at, "negative", "Power is not negative: the side says which way it flows.");
      } else {
        return power;
      }
    } catch (NumberFormatException e) {
      fault(at, "number", "Must be a number.");
    }
    return null;
  }

  private void complete() {
    List<Integer> missing = new ArrayList<>();
    for (int block = 1; block <= ValidContract.QUARTERS; block++) {
      if (!powers.containsKey(block)) {
        missing.add(block);
      }
    }
    if (!missing.isEmpty()) {
      fault(
          "/lines",
          "required",
          "A line is missing for %d blocks, the first is %d."
              .formatted(missing.size(), missing.get(0)));
    }
  }

  private void fault(String at, String code, String message) {
    faults.add(new Fault(at, code, message));
  }
}
