package energy.optibid.engine.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A text file that is there whole or not at all. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a header and lines, LF line ends; replaces a file of that name only once all is written.
   *
   * @throws StoppedException if the file cannot be written
   */
  static void write(Path file, String header, Stream<String> lines) {
    Path target = file.toAbsolutePath();
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    try {
      try (Writer out = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
        out.write(header + "\n");
        lines.forEach(line -> writeLine(out, line));
      }
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | UncheckedIOException e) {
      throw new StoppedException(OptibidEngine.FILE_FAILED, file + " cannot be written: " + e);
    }
  }

  private static void writeLine(Writer out, String line) {
    try {
      out.write(line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
