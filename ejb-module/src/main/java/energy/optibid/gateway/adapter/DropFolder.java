package energy.optibid.gateway.adapter;

import energy.optibid.gateway.domain.UnreadableFile;
import energy.optibid.shared.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder through which files go to an exchange ({@code out}) and its system operator ({@code
 * schedules}) and come from it ({@code in}), and where those are kept that were read ({@code done})
 * or could not be ({@code bad}, each with its reason beside it).
 */
final class DropFolder {
  private static final Duration SETTLES_IN = Duration.ofSeconds(1);
  private static final long LARGEST = 20_000_000;

  private final Path place;
  private final Clock clock;
  private final Map<Path, Sighting> seen = new HashMap<>();

  /** How a file was when it was first seen that way. */
  private record Sighting(long size, Instant modified, Instant at) {}

  DropFolder(Path place, Clock clock) {
    this.place = place;
    this.clock = clock;
  }

  Path place() {
    return place;
  }

  /**
   * Writes a file that appears whole, on disk before its name is there; a repetition replaces it.
   *
   * @param folder the folder within this one, made where it is missing
   */
  void write(String folder, String name, String text) throws IOException {
    Path out = folder(folder);
    Path fresh = out.resolve("." + name + "." + Ids.next() + ".tmp");
    try {
      try (FileChannel file =
          FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          int ignored = file.write(bytes);
        }
        file.force(true);
      }
      Files.move(
          fresh,
          out.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      boolean ignored = Files.deleteIfExists(fresh);
    }
  }

  /** Whether a file written here still waits to be carried away. */
  boolean holds(String name) {
    return Files.exists(place.resolve("out").resolve(name));
  }

  /**
   * Files whose name ends so, by ending and name, that have not changed since they were first seen.
   */
  synchronized List<Path> settled(List<String> endings) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder("in"))) {
      files =
          found
              .filter(file -> !file.getFileName().toString().startsWith("."))
              .filter(file -> endings.stream().anyMatch(file.getFileName().toString()::endsWith))
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .sorted(
                  Comparator.comparingInt((Path file) -> ending(file, endings))
                      .thenComparing(Comparator.naturalOrder()))
              .toList();
    }
    seen.keySet().retainAll(files);
    return files.stream().filter(this::isSettled).toList();
  }

  private static int ending(Path file, List<String> endings) {
    int first = 0;
    while (!file.getFileName().toString().endsWith(endings.get(first))) {
      first++;
    }
    return first;
  }

  private boolean isSettled(Path file) {
    Instant now = clock.instant();
    try {
      long size = Files.size(file);
      Instant modified = Files.getLastModifiedTime(file).toInstant();
      Sighting first = seen.get(file);
      if (first == null || first.size() != size || !first.modified().equals(modified)) {
        seen.put(file, new Sighting(size, modified, now));
        return false;
      }
      return !now.isBefore(first.at().plus(SETTLES_IN));
    } catch (IOException gone) {
      return false;
    }
  }

  /**
   * @throws UnreadableFile when it is no text in UTF-8, or too large
   */
  String text(Path file) throws IOException, UnreadableFile {
    if (Files.size(file) > LARGEST) {
      throw new UnreadableFile("It has more than 20 MB.");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new UnreadableFile("It is no text in UTF-8.");
    }
  }

  /** It was read. */
  void done(Path file) throws IOException {
    move(file, folder("done"));
  }

  /** It cannot be read, and here is why. */
  void bad(Path file, String reason) throws IOException {
    Path moved = move(file, folder("bad"));
    Files.writeString(moved.resolveSibling(moved.getFileName() + ".reason"), reason + "\n");
  }

  /** A name that was there before gets a number. */
  private static Path move(Path file, Path to) throws IOException {
    Path target = to.resolve(file.getFileName());
    for (int number = 2; Files.exists(target); number++) {
      target = to.resolve(file.getFileName() + "." + number);
    }
    return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Makes what is missing and writes and removes a file. */
  void probe() throws IOException {
    for (String name : List.of("in", "done", "bad")) {
      Path ignored = folder(name);
    }
    Path probe = folder("out").resolve("." + Ids.next() + ".tmp");
    Files.writeString(probe, "");
    Files.delete(probe);
  }

  private Path folder(String name) {
    try {
      return Files.createDirectories(place.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
