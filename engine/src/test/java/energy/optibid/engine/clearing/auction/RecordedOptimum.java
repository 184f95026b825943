package energy.optibid.engine.clearing.auction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The optimum of a random auction as the independent programme once found it. {@link
 * AuctionSearchTest} holds the record against the programme.
 *
 * @param welfare in the currency
 * @param work units the search takes to prove it: the same on every machine, so that a budget ends
 *     it at the same answer. A better search has them recorded anew
 */
record RecordedOptimum(RandomKind kind, long seed, double welfare, long work) {
  AuctionProblem problem() {
    return kind.problem(seed);
  }

  static List<RecordedOptimum> all() {
    try (InputStream file = RecordedOptimum.class.getResourceAsStream("recorded-optima.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(RecordedOptimum::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RecordedOptimum of(String line) {
    String[] fields = line.split(",", -1);
    return new RecordedOptimum(
        RandomKind.valueOf(fields[0]),
        Long.parseLong(fields[1]),
        Double.parseDouble(fields[2]),
        Long.parseLong(fields[3]));
  }
}
