package energy.optibid.local.programs;

import energy.optibid.local.LaunchFailure;
import energy.optibid.local.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Packages of npm. */
public final class NpmPrograms {
  private NpmPrograms() {}

  /**
   * The folder whose {@code node_modules} has them.
   *
   * @param name what is in it, its version included
   * @param packages {@code name@version} each
   * @throws LaunchFailure where npm cannot fetch them
   */
  public static Path folder(String name, String... packages) {
    List<String> wanted = List.of(packages);
    return ProgramCache.folder("npm-" + name, into -> fetch(into, name, wanted));
  }

  private static void fetch(Path into, String name, List<String> packages) {
    List<String> command =
        new ArrayList<>(
            List.of("npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", "."));
    command.addAll(packages);
    Command.Result answer = Command.run(command, Map.of(), into);
    if (!answer.succeeded()) {
      throw new LaunchFailure(
          "npm could not fetch %s: %s".formatted(name, answer.output().lines().limit(5).toList()));
    }
  }
}
