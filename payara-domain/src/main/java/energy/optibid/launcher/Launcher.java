package energy.optibid.launcher;

import energy.optibid.local.LaunchFailure;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program behind {@code ./optibid}. */
@Command(
    name = "optibid",
    mixinStandardHelpOptions = true,
    description = "OptiBid, the energy bidding platform.",
    footer = {
      "",
      "./optibid clear, replay and contract --help tell about markets' files without a server.",
      "Every option of run is also an environment variable; see config/.env.example."
    },
    subcommands = {
      RunCommand.class,
      NodeCommand.class,
      StopCommand.class,
      StatusCommand.class,
      ImportCommand.class,
      SimulateCommand.class,
      AdminCommand.class,
      TestCommand.class,
      HelpCommand.class
    })
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command that starts this program once more; arguments are to be added. */
  static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        "-Doptibid.root=" + Checkout.root(),
        Launcher.class.getName());
  }

  static CommandLine commandLine() {
    return new CommandLine(new Launcher())
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              if (failure instanceof LaunchFailure) {
                line.getErr().println("optibid: " + failure.getMessage());
              } else {
                failure.printStackTrace(line.getErr());
              }
              return line.getCommandSpec().exitCodeOnExecutionException();
            });
  }
}
