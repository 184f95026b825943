package energy.optibid.local.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Folders with programs, each filled once: {@code OPTIBID_CACHE}, or {@code .cache/optibid} of the
 * person's home.
 */
final class ProgramCache {
  private ProgramCache() {}

  /**
   * The folder of that name. What was interrupted while it was filled is thrown away and begun
   * anew; of several processes one fills it while the others wait.
   *
   * @param name letters, digits, dots and dashes; says what is in it, versions included
   * @param fill puts the programs into the empty folder it is given
   */
  static synchronized Path folder(String name, Consumer<Path> fill) {
    Path root = root();
    Path folder = root.resolve(name);
    Path complete = folder.resolve("complete");
    if (Files.exists(complete)) {
      return folder;
    }
    try {
      Files.createDirectories(root);
      try (FileChannel channel =
              FileChannel.open(
                  root.resolve(name + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(complete)) {
          delete(folder);
          Files.createDirectories(folder);
          fill.accept(folder);
          Files.createFile(complete);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  static Path root() {
    String given = System.getenv("OPTIBID_CACHE");
    return given == null || given.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "optibid")
        : Path.of(given).toAbsolutePath();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
