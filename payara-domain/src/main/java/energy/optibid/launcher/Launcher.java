package energy.optibid.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The program behind {@code ./optibid}. */
@Command(
    name = "optibid",
    mixinStandardHelpOptions = true,
    description = "OptiBid, the energy bidding platform.",
    subcommands = {RunCommand.class, StopCommand.class, StatusCommand.class, HelpCommand.class})
public final class Launcher {
  private Launcher() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
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
