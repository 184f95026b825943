package energy.optibid.launcher;

import energy.optibid.launcher.home.Home;
import energy.optibid.local.process.Ending;
import energy.optibid.local.process.PidFile;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends every process an earlier {@code run} started, whatever has become of that run. */
@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = "End every process that ./optibid run started.")
final class StopCommand implements Callable<Integer> {
  private static final Duration LAUNCHER_ENDS_WITHIN = Duration.ofMinutes(2);

  @Mixin HomeOption homeOption = new HomeOption();

  @Option(
      names = "--node",
      paramLabel = "PORT",
      description = "End only the node that ./optibid node started on that port.")
  @Nullable Integer node;

  @Override
  public Integer call() {
    Home home = homeOption.home();
    if (!Files.isDirectory(home.run())) {
      System.out.println("Nothing runs from " + home.folder() + ".");
      return 0;
    }
    if (node != null) {
      return told(home, Installation.stopNode(home, node), false);
    }
    PidFile launcher = new PidFile(home.run().resolve("launcher.pid"));
    boolean watched = launcher.process().isPresent();
    launcher.process().ifPresent(process -> Ending.end(process, LAUNCHER_ENDS_WITHIN));
    launcher.delete();
    return told(home, Installation.stop(home), watched);
  }

  private static int told(Home home, List<String> ended, boolean watched) {
    if (ended.isEmpty() && !watched) {
      System.out.println("Nothing runs from " + home.folder() + ".");
    } else {
      System.out.println(
          "Stopped" + (ended.isEmpty() ? "." : ": " + String.join(", ", ended) + "."));
    }
    return 0;
  }
}
