package energy.optibid.engine.cli;

import energy.optibid.engine.market.gme.FileReport;
import energy.optibid.engine.market.gme.GmeBook;
import energy.optibid.engine.market.gme.GmeDayReader;
import energy.optibid.engine.market.gme.GmeFileKind;
import energy.optibid.engine.market.reading.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder with one file of each kind, {@code <kind>.csv} or {@code <kind>.csv.gz}. */
final class GmeFolder {
  private final Path folder;

  GmeFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new StoppedException(OptibidEngine.INPUT_REFUSED, folder + " is no folder");
    }
    this.folder = folder;
  }

  /** Reads a file that must be there. */
  void require(GmeFileKind kind, GmeDayReader reader, GmeBook book) {
    if (read(kind, reader, book).isEmpty()) {
      throw new StoppedException(
          OptibidEngine.INPUT_REFUSED,
          "there is no " + kind.baseName() + ".csv or .csv.gz in " + folder);
    }
  }

  /** Reads a file if it is there; its report, or empty. */
  Optional<FileReport> read(GmeFileKind kind, GmeDayReader reader, GmeBook book) {
    List<Path> found =
        Stream.of(".csv", ".csv.gz")
            .map(ending -> folder.resolve(kind.baseName() + ending))
            .filter(Files::isRegularFile)
            .toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (found.size() > 1) {
      throw new StoppedException(
          OptibidEngine.INPUT_REFUSED,
          "both " + found.get(0) + " and " + found.get(1).getFileName() + " are there");
    }
    Path file = found.get(0);
    try (InputStream in = Files.newInputStream(file)) {
      FileReport report = reader.read(file.getFileName().toString(), in, book);
      refuseUnlessAccepted(kind, report);
      return Optional.of(report);
    } catch (IOException e) {
      throw new StoppedException(OptibidEngine.FILE_FAILED, file + " cannot be read: " + e);
    }
  }

  private static void refuseUnlessAccepted(GmeFileKind wanted, FileReport report) {
    if (!report.accepted()) {
      String named =
          report.refusals().stream().map(Refusal::toString).collect(Collectors.joining("\n"));
      throw new StoppedException(
          OptibidEngine.INPUT_REFUSED,
          named + "\n" + report.file() + " is refused: " + report.refused() + " faults");
    }
    GmeFileKind kind = report.kind();
    if (kind == null || !kind.header().equals(wanted.header())) {
      throw new StoppedException(
          OptibidEngine.INPUT_REFUSED,
          report.file() + " has the header of another kind of file, not of " + wanted.baseName());
    }
  }
}
