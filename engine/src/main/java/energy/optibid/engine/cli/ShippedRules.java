package energy.optibid.engine.cli;

import energy.optibid.engine.market.results.MarketDays;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.rules.RulePackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rule pack a command works with: the shipped one, or a file of the user's. */
final class ShippedRules {
  private static final String FOLDER = "/optibid/rule-packs/";

  private ShippedRules() {}

  /** The shipped pack of a market. */
  static RulePack of(String market) {
    return read(FOLDER + market + ".csv", null);
  }

  /** The shipped pack of a market, or one from a file where one is given. */
  static RulePack of(String market, @Nullable Path file) {
    return read(FOLDER + market + ".csv", file);
  }

  /** GME's pack, from a file where one is given. */
  static RulePack gmeMgp(@Nullable Path file) {
    return of("gme-mgp", file);
  }

  /** The days of the Indian exchange's markets. */
  static MarketDays iex() {
    return new MarketDays(
        Stream.of("iex-dam", "iex-gdam", "iex-hpdam", "iex-rtm")
            .collect(Collectors.toMap(market -> market, ShippedRules::of)));
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
