package energy.optibid.launcher;

import energy.optibid.launcher.home.Home;
import energy.optibid.local.LaunchFailure;
import energy.optibid.local.process.Ending;
import energy.optibid.local.process.PidFile;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the whole installation and, unless told to detach, stays to end it again. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Start PostgreSQL, the server with the application, and the user interface.",
    footer =
        "%nDATABASE_URL=postgresql://user:password@host:5432/db replaces the embedded PostgreSQL.")
final class RunCommand implements Callable<Integer> {
  @Mixin RunOptions options = new RunOptions();

  @Override
  public Integer call() {
    Map<String, String> environment = System.getenv();
    options.requireSafeDemo(environment);
    options.requireKnownServices();
    Home home = options.homeOption.home();
    home.prepare();
    Progress progress = new Progress(System.out);
    Installation installation = new Installation(home, options, environment, progress);
    PidFile launcher = new PidFile(home.run().resolve("launcher.pid"));
    if (launcher.process().isPresent()) {
      throw new LaunchFailure(
          "Another ./optibid run (process %d) uses %s; end it with ./optibid stop or choose another --home."
              .formatted(launcher.process().get().pid(), home.folder()));
    }
    if (installation.isRunning()) {
      if (options.detach) {
        System.out.print(ReadyBlock.text(home, options, environment));
        return 0;
      }
      throw new LaunchFailure(
          "OptiBid already runs from %s; end it with ./optibid stop first."
              .formatted(home.folder()));
    }
    for (String leftover : Installation.stopServerAndFrontend(home)) {
      progress.say("ended a " + leftover + " left over from before");
    }
    launcher.write(ProcessHandle.current().pid());
    Watchdog watchdog = Watchdog.over(home);
    AtomicBoolean keep = new AtomicBoolean();
    Thread ending =
        new Thread(
            () -> {
              if (!keep.get()) {
                Installation.stop(home);
              }
              launcher.delete();
            },
            "ending");
    Runtime.getRuntime().addShutdownHook(ending);
    installation.start();
    progress.say("ready");
    System.out.print(ReadyBlock.text(home, options, environment));
    System.out.flush();
    if (options.detach) {
      keep.set(true);
      watchdog.letThemRun();
      return 0;
    }
    System.out.println("Ctrl-C or ./optibid stop ends all of it.");
    return watch(installation);
  }

  /** Waits until a part ends by itself, which is a failure; the others are ended on the way out. */
  private static int watch(Installation installation) {
    while (true) {
      for (Installation.Part part : installation.parts()) {
        if (Ending.gone(part.process(), Duration.ofMillis(500))) {
          throw new LaunchFailure(
              "%s ended unexpectedly; see %s. Everything else is being stopped."
                  .formatted(part.name(), part.log()));
        }
      }
    }
  }
}
