package energy.optibid.local.programs;

import energy.optibid.local.LaunchFailure;
import energy.optibid.local.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Programs of Debian packages, unpacked beside the system instead of installed: no rights are
 * needed and no daemon starts. What the system has already is used from there.
 */
public final class DebianPrograms {
  private static final Pattern FILE = Pattern.compile("^'[^']+' ([a-z0-9.+-]+)_\\S+\\.deb ");
  private static final List<String> LIBRARIES =
      List.of("usr/lib/x86_64-linux-gnu", "lib/x86_64-linux-gnu");

  private final Path folder;
  private final List<String> packages;

  private DebianPrograms(Path folder, List<String> packages) {
    this.folder = folder;
    this.packages = packages;
  }

  /**
   * Fetches the packages, with what they depend on and the system does not have.
   *
   * @throws LaunchFailure where that cannot be done; the sentence names the packages
   */
  public static DebianPrograms of(String... packages) {
    List<String> wanted = List.of(packages);
    Path folder =
        ProgramCache.folder("debian-" + String.join("-", wanted), into -> fetch(into, wanted));
    return new DebianPrograms(folder, wanted);
  }

  /** Full path of a program such as {@code redis-server}. */
  public String program(String name) {
    return places()
        .map(place -> place.resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> missing(packages, name + " is not in them"))
        .toString();
  }

  /** What the programs need to find their libraries. */
  public Map<String, String> environment() {
    return Map.of(
        "LD_LIBRARY_PATH",
        LIBRARIES.stream()
            .map(libraries -> folder.resolve(libraries).toString())
            .collect(Collectors.joining(":")));
  }

  private Stream<Path> places() {
    return Stream.concat(
        Stream.of("usr/bin", "usr/sbin", "bin", "sbin").map(folder::resolve),
        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin").split(":"))
            .map(Path::of));
  }

  private static void fetch(Path into, List<String> packages) {
    try {
      download(into, packages);
    } catch (LaunchFailure listsAreMissingOrOld) {
      apt(into, "update", List.of(), packages);
      download(into, packages);
    }
    try (Stream<Path> archives = Files.list(into)) {
      for (Path archive : archives.filter(path -> path.toString().endsWith(".deb")).toList()) {
        Command.Result unpacked =
            Command.run(
                List.of("dpkg-deb", "--extract", archive.toString(), into.toString()),
                Map.of(),
                into);
        if (!unpacked.succeeded()) {
          throw missing(packages, unpacked.output().strip());
        }
        Files.delete(archive);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names of the packages that are needed and not installed; empty where apt does not know. */
  private static Optional<List<String>> files(Path folder, List<String> packages) {
    List<String> command =
        new ArrayList<>(
            List.of("apt-get", "-qq", "-y", "--print-uris", "--no-install-recommends", "install"));
    command.addAll(packages);
    Command.Result answer = Command.run(command, Map.of("LC_ALL", "C"), folder);
    if (!answer.succeeded()) {
      return Optional.empty();
    }
    return Optional.of(
        answer
            .output()
            .lines()
            .map(FILE::matcher)
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .toList());
  }

  private static void download(Path folder, List<String> packages) {
    List<String> files =
        files(folder, packages).orElseThrow(() -> missing(packages, "apt does not know them"));
    if (!files.isEmpty()) {
      apt(folder, "download", files, packages);
    }
  }

  private static void apt(
      Path folder, String command, List<String> arguments, List<String> packages) {
    List<String> line = new ArrayList<>(List.of("apt-get", "-qq"));
    if (System.getProperty("user.name").equals("root")) {
      // its usual user may not write into our folder
      line.addAll(List.of("-o", "APT::Sandbox::User=root"));
    }
    line.add(command);
    line.addAll(arguments);
    Command.Result answer = Command.run(line, Map.of("LC_ALL", "C"), folder);
    if (!answer.succeeded()) {
      throw missing(packages, answer.output().strip());
    }
  }

  private static LaunchFailure missing(List<String> packages, String reason) {
    return new LaunchFailure(
        "The Debian packages %s could not be fetched (%s); install them by hand."
            .formatted(String.join(", ", packages), reason));
  }
}
