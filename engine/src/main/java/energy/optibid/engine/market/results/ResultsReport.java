package energy.optibid.engine.market.results;

import energy.optibid.engine.market.reading.Refusal;
import energy.optibid.engine.market.reading.Refusals;
import java.util.List;

/**
 * What reading one file came to.
 *
 * @param file name of the file as given
 * @param rows rows (of a CSV) or blocks of the day (of a feed) read, refused ones included
 * @param refused how many refusals there are
 * @param refusals the first of them, in the order they were found
 */
public record ResultsReport(String file, long rows, long refused, List<Refusal> refusals) {
  public ResultsReport {
    refusals = List.copyOf(refusals);
  }

  /** The report of a file read to its end. */
  public static ResultsReport of(String file, long rows, Refusals refusals) {
    return new ResultsReport(file, rows, refusals.count(), refusals.kept());
  }

  /** A file is taken whole or not at all: true when nothing was refused. */
  public boolean accepted() {
    return refused == 0;
  }
}
