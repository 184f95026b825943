package energy.optibid.engine.cli;

import energy.optibid.engine.market.gme.sample.SampleFiles;
import energy.optibid.engine.rules.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes an invented day in the GME format. */
@Command(
    name = "generate-sample",
    mixinStandardHelpOptions = true,
    description = "Writes an invented day in the GME format; the same seed gives the same day.")
final class GenerateSampleCommand implements Callable<Integer> {
  @Option(names = "--day", required = true, description = "Delivery day.")
  private LocalDate day = LocalDate.EPOCH;

  @Option(names = "--seed", required = true, description = "Seed of everything that is drawn.")
  private long seed;

  @Option(names = "--out", required = true, description = "Folder to write to.")
  private Path out = Path.of("");

  @Option(names = "--rules", description = "Rule pack file; default: the shipped one.")
  private @Nullable Path rules;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    RulePack pack = ShippedRules.gmeMgp(rules);
    Map<String, byte[]> files = SampleFiles.generate(pack, day, seed);
    try {
      Files.createDirectories(out);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(out.resolve(file.getKey()), file.getValue());
        spec.commandLine().getOut().println(out.resolve(file.getKey()));
      }
    } catch (IOException e) {
      throw new StoppedException(OptibidEngine.FILE_FAILED, out + " cannot be written: " + e);
    }
    return 0;
  }
}
