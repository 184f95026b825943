package energy.optibid.rules.adapter;

import energy.optibid.engine.rules.RulePack;
import energy.optibid.rules.Rules;
import energy.optibid.rules.domain.RuleShelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Reads {@code optibid/rule-packs/<pack>.csv} for every pack that {@code markets.properties} beside
 * them names; several markets may follow one pack.
 */
@ApplicationScoped
public class ClassPathRulePacks {
  private static final String FOLDER = "optibid/rule-packs/";

  private final Rules rules = new RuleShelf(read());

  /** Reads the packs when the application starts, so that a faulty one is not found by a trader. */
  void atStart(@Observes @Initialized(ApplicationScoped.class) Object start) {
    rules.markets();
  }

  @Produces
  @ApplicationScoped
  public Rules rules() {
    return rules;
  }

  /**
   * The packs as they stand on the class path.
   *
   * @throws energy.optibid.engine.rules.RulePackException naming every fault of a pack
   */
  static Map<String, RulePack> read() {
    Properties packOfMarket = packOfMarket();
    Map<String, RulePack> read = new HashMap<>();
    Map<String, RulePack> byMarket = new HashMap<>();
    for (String market : packOfMarket.stringPropertyNames()) {
      String pack = packOfMarket.getProperty(market);
      byMarket.put(market, read.computeIfAbsent(pack, ClassPathRulePacks::read));
    }
    return byMarket;
  }

  private static Properties packOfMarket() {
    Properties packs = new Properties();
    try (InputStream file = open(FOLDER + "markets.properties")) {
      packs.load(file);
      return packs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RulePack read(String pack) {
    String resource = FOLDER + pack + ".csv";
    try (InputStream csv = open(resource)) {
      return RulePack.read(resource, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream found = ClassPathRulePacks.class.getClassLoader().getResourceAsStream(resource);
    if (found == null) {
      throw new IllegalStateException("the configuration has no " + resource);
    }
    return found;
  }
}
