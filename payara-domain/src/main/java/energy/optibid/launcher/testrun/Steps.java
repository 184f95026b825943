package energy.optibid.launcher.testrun;

import energy.optibid.local.LaunchFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Commands of a test run, whose output goes where ours goes. */
record Steps(Path folder, Map<String, String> environment) {

  Steps in(Path other) {
    return new Steps(other, environment);
  }

  Steps with(Map<String, String> more) {
    Map<String, String> all = new java.util.HashMap<>(environment);
    all.putAll(more);
    return new Steps(folder, Map.copyOf(all));
  }

  /** Runs it and returns its exit code. */
  int run(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    builder.environment().putAll(environment);
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new LaunchFailure(
          "The program %s could not be started (%s).".formatted(command.get(0), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("Interrupted.", e);
    }
  }
}
