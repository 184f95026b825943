package energy.optibid.local.programs;

import energy.optibid.local.LaunchFailure;
import energy.optibid.local.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs of Python, in an environment of their own. */
public final class PipPrograms {
  private PipPrograms() {}

  /**
   * The folder whose {@code bin} has them.
   *
   * @param name what is in it, its version included
   * @param packages {@code name==version} each
   * @throws LaunchFailure where there is no Python with venv, or pip cannot fetch them
   */
  public static Path folder(String name, String... packages) {
    List<String> wanted = List.of(packages);
    return ProgramCache.folder("pip-" + name, into -> fetch(into, name, wanted));
  }

  private static void fetch(Path into, String name, List<String> packages) {
    run(into, name, List.of("python3", "-m", "venv", "."));
    List<String> command =
        new ArrayList<>(
            List.of(into.resolve("bin/pip").toString(), "install", "--quiet", "--no-input"));
    command.addAll(packages);
    run(into, name, command);
  }

  private static void run(Path into, String name, List<String> command) {
    Command.Result answer = Command.run(command, Map.of(), into);
    if (!answer.succeeded()) {
      throw new LaunchFailure(
          "Python could not fetch %s: %s"
              .formatted(name, answer.output().lines().limit(5).toList()));
    }
  }
}
