package energy.optibid.engine.cli;

import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.rules.RulePackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The rule pack a command works with: the shipped one, or a file of the user's. */
final class ShippedRules {
  private static final String FOLDER = "/optibid/rule-packs/";

  private ShippedRules() {}

  /** The shipped pack of a market. */
  static RulePack of(String market) {
    return read(FOLDER + market + ".csv", null);
  }

  /** GME's pack, from a file where one is given. */
  static RulePack gmeMgp(@Nullable Path file) {
    return read(FOLDER + "gme-mgp.csv", file);
  }

  private static RulePack read(String shipped, @Nullable Path file) {
    String name = file == null ? shipped : file.toString();
    try (InputStream csv =
        file == null
            ? ShippedRules.class.getResourceAsStream(shipped)
            : Files.newInputStream(file)) {
      if (csv == null) {
        throw new StoppedException(
            OptibidEngine.FILE_FAILED, "the rule pack " + shipped + " is not on the class path");
      }
      return RulePack.read(name, csv);
    } catch (RulePackException e) {
      throw new StoppedException(OptibidEngine.INPUT_REFUSED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new StoppedException(
          OptibidEngine.FILE_FAILED, "the rule pack " + name + " cannot be read: " + e);
    }
  }
}
