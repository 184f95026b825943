package energy.optibid.launcher;

import energy.optibid.launcher.frontend.Frontend;
import energy.optibid.launcher.home.Home;
import energy.optibid.launcher.postgres.EmbeddedPostgres;
import energy.optibid.launcher.server.MicroNode;
import energy.optibid.launcher.server.PayaraServer;
import energy.optibid.local.process.PidFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which processes of an installation run. Exit code 0 when the server does, else 3. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Say which processes of this home run.")
final class StatusCommand implements Callable<Integer> {
  private static final int NOT_RUNNING = 3;

  @Mixin HomeOption homeOption = new HomeOption();

  @Override
  public Integer call() {
    Home home = homeOption.home();
    System.out.println("Home " + home.folder());
    show("PostgreSQL", EmbeddedPostgres.pidFile(home));
    boolean server = show("Payara Server", PayaraServer.pidFile(home));
    show("User interface", Frontend.pidFile(home));
    for (int port : MicroNode.ports(home)) {
      show("Node on " + port, MicroNode.pidFile(home, port));
    }
    return server ? 0 : NOT_RUNNING;
  }

  private static boolean show(String name, PidFile pidFile) {
    String state =
        pidFile.process().map(process -> "runs, process " + process.pid()).orElse("does not run");
    System.out.printf("  %-15s %s%n", name, state);
    return pidFile.process().isPresent();
  }
}
