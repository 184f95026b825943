package energy.optibid.engine.market.gme;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.optibid.engine.rules.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the real GME days of 1–10 April 2025 are, for tests that skip visibly without them. */
public final class RealGmeDays {
  private RealGmeDays() {}

  /** The folder, or the test is skipped. */
  public static Path folder() {
    String given =
        System.getProperty(
            "OPTIBID_DATA", System.getenv().getOrDefault("OPTIBID_DATA", "../../shared/data"));
    Path folder = Path.of(given).toAbsolutePath().normalize().resolve("italy-gme-2025-04");
    assumeTrue(Files.isDirectory(folder), () -> "real data not found at " + folder);
    return folder;
  }

  /** The shipped rule pack. */
  public static RulePack pack() {
    String resource = "/optibid/rule-packs/gme-mgp.csv";
    try (InputStream csv = RealGmeDays.class.getResourceAsStream(resource)) {
      if (csv == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return RulePack.read("gme-mgp.csv", csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
