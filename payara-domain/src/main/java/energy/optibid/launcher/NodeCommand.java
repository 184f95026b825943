package energy.optibid.launcher;

import energy.optibid.launcher.home.Home;
import energy.optibid.launcher.server.HttpProbe;
import energy.optibid.launcher.server.MicroNode;
import energy.optibid.local.LaunchFailure;
import energy.optibid.local.process.Ending;
import energy.optibid.local.process.PidFile;
import energy.optibid.local.process.Ports;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts one more server beside a running installation, on the same database. */
@Command(
    name = "node",
    mixinStandardHelpOptions = true,
    description = "Start one more server (Payara Micro) beside a running installation.")
final class NodeCommand implements Callable<Integer> {
  private static final Duration READY_WITHIN = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  @Mixin HomeOption homeOption = new HomeOption();

  @Option(
      names = "--port",
      required = true,
      paramLabel = "PORT",
      description = "Port of the node's API and WebSocket, always on the loopback address.")
  int port;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "${env:OPTIBID_NODE_HEAP:-512m}",
      description = "Maximum Java heap of the node (OPTIBID_NODE_HEAP; default 512m).")
  String heap = "512m";

  @Option(
      names = "--detach",
      description = "Return once the node is ready and leave it running until ./optibid stop.")
  boolean detach;

  @Override
  public Integer call() {
    Home home = homeOption.home();
    Path settings = ApplicationSettings.file(home);
    if (!Files.exists(settings)) {
      throw new LaunchFailure(
          "There is no installation in %s yet; a node joins one that ./optibid run has started."
              .formatted(home.folder()));
    }
    PidFile pidFile = MicroNode.pidFile(home, port);
    if (pidFile.process().isPresent()) {
      throw new LaunchFailure(
          "A node already runs on port %d; end it with ./optibid stop --node %d."
              .formatted(port, port));
    }
    Ports.requireFree(InetAddress.getLoopbackAddress(), port, "the node", "--port");
    Progress progress = new Progress(System.out);
    Watchdog watchdog = Watchdog.over(home, "--node", Integer.toString(port));
    AtomicBoolean keep = new AtomicBoolean();
    Thread ending =
        new Thread(
            () -> {
              if (!keep.get()) {
                Installation.stopNode(home, port);
              }
            },
            "ending");
    Runtime.getRuntime().addShutdownHook(ending);
    ProcessHandle process = startUntilReady(home, settings, progress);
    System.out.printf(
        "%nThe node answers at http://localhost:%1$d/api/v1 and ws://localhost:%1$d/ws.%n%n", port);
    System.out.flush();
    if (detach) {
      keep.set(true);
      watchdog.letThemRun();
      return 0;
    }
    System.out.println("Ctrl-C ends it; ./optibid stop ends it with all the rest.");
    return watch(home, process);
  }

  private ProcessHandle startUntilReady(Home home, Path settings, Progress progress) {
    progress.say("starting Payara Micro");
    MicroNode node = new MicroNode(home, port);
    ProcessHandle process =
        node.start(Checkout.microArchives(), Checkout.microWar(), settings, heap).toHandle();
    URI readiness = URI.create("http://127.0.0.1:%d/health/ready".formatted(port));
    if (!new HttpProbe().waitFor(readiness, process, READY_WITHIN)) {
      throw new LaunchFailure(
          "The node is not ready; its log %s ends:%n%s"
              .formatted(node.child().log(), node.child().tail(10)));
    }
    progress.say("ready");
    return process;
  }

  /** Waits until the node ends: because it was stopped, or by itself, which is a failure. */
  private int watch(Home home, ProcessHandle process) {
    while (!Ending.gone(process, LOOK_EVERY)) {
      // it lives
    }
    if (Files.exists(MicroNode.pidFile(home, port).file())) {
      throw new LaunchFailure(
          "The node ended unexpectedly; see %s."
              .formatted(new MicroNode(home, port).child().log()));
    }
    return 0;
  }
}
