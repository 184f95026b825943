package energy.optibid.engine.cli;

import energy.optibid.engine.market.history.sample.SampleHistory;
import energy.optibid.engine.rules.RuleMissingException;
import energy.optibid.engine.rules.RulePack;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes invented price history of a market's areas. */
@Command(
    name = "generate-history",
    mixinStandardHelpOptions = true,
    description = "Writes invented price history as CSV; the same seed gives the same history.")
final class GenerateHistoryCommand implements Callable<Integer> {
  @Option(
      names = "--market",
      defaultValue = "iex-dam",
      description = "Market with a shipped rule pack (default iex-dam).")
  private String market = "";

  @Option(names = "--from", required = true, description = "First delivery day.")
  private LocalDate from = LocalDate.EPOCH;

  @Option(names = "--to", required = true, description = "Last delivery day.")
  private LocalDate to = LocalDate.EPOCH;

  @Option(names = "--seed", defaultValue = "1", description = "Seed of everything that is drawn.")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      description = "File to write; one that ends in .gz is compressed.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    RulePack pack = ShippedRules.of(market);
    try (OutputStream file = Files.newOutputStream(out);
        Writer writer =
            new BufferedWriter(
                new OutputStreamWriter(
                    out.toString().endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file,
                    StandardCharsets.UTF_8),
                1 << 16)) {
      long lines = new SampleHistory(pack, seed).write(from, to, writer);
      spec.commandLine().getOut().println(out + ": " + lines + " lines");
    } catch (RuleMissingException e) {
      throw new StoppedException(OptibidEngine.INPUT_REFUSED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new StoppedException(OptibidEngine.FILE_FAILED, out + " cannot be written: " + e);
    }
    return 0;
  }
}
