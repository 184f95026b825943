package energy.optibid.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the operator of an installation does past the application. */
@Command(
    name = "admin",
    mixinStandardHelpOptions = true,
    description = "Work of the installation's operator.",
    subcommands = AuditVerifyCommand.class)
final class AdminCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway") // picocli fills it
  CommandSpec command;

  @Override
  public void run() {
    throw new ParameterException(command.commandLine(), "Say what to do.");
  }
}
