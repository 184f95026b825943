package energy.optibid.engine.market.gme;

import energy.optibid.engine.market.reading.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading one file came to.
 *
 * @param file name of the file as given
 * @param kind what the header says, {@code null} when it says nothing known
 * @param rows rows read, header not counted, refused ones included
 * @param normalised quantities that were float artefacts and were set to their lot
 * @param refused how many refusals there are
 * @param refusals the first of them, in the order of the file
 */
public record FileReport(
    String file,
    @Nullable GmeFileKind kind,
    long rows,
    long normalised,
    long refused,
    List<Refusal> refusals) {
  public FileReport {
    refusals = List.copyOf(refusals);
  }

  /** A file is taken whole or not at all: true when nothing was refused. */
  public boolean accepted() {
    return refused == 0;
  }
}
