package energy.optibid.engine.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Entry point of the engine's command line.
 *
 * <p>Exit codes: 0 done, 1 a result did not pass the verifier, 2 wrong use, 3 the input is refused,
 * 4 a file could not be read or written.
 */
@Command(
    name = "optibid-engine",
    mixinStandardHelpOptions = true,
    description = "Clears electricity auctions from order books in files.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a result did not pass the verifier",
      "2:wrong use",
      "3:the input is refused",
      "4:a file could not be read or written"
    },
    subcommands = {
      ClearCommand.class,
      CompareSimulationCommand.class,
      ContractCommand.class,
      GenerateHistoryCommand.class,
      GenerateSampleCommand.class,
      ReplayCommand.class
    })
public final class OptibidEngine {
  /** A result did not pass the verifier. */
  public static final int NOT_VERIFIED = 1;

  /** The command line itself is wrong. */
  public static final int WRONG_USE = 2;

  /** The input is refused. */
  public static final int INPUT_REFUSED = 3;

  /** A file could not be read or written. */
  public static final int FILE_FAILED = 4;

  private OptibidEngine() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, args));
  }

  /** Runs a command and answers its exit code. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine commands =
        new CommandLine(new OptibidEngine())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(
                (e, given) -> {
                  err.println(e.getMessage());
                  return WRONG_USE;
                })
            .setExecutionExceptionHandler(
                (e, command, parsed) -> {
                  if (e instanceof StoppedException stopped) {
                    err.println(stopped.getMessage());
                    return stopped.exitCode();
                  }
                  throw e;
                });
    if (args.length == 0) {
      commands.usage(err);
      return WRONG_USE;
    }
    return commands.execute(args);
  }
}
