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
 * Reads {@code optibid/rule-packs/<pack>.csv} for every pack that {@code markets.properties} and
 * {@code deviation.properties} beside them name; several markets may follow one pack.
 */
@ApplicationScoped
public class ClassPathRulePacks {
  private static final String FOLDER = "optibid/rule-packs/";

  private final Rules rules =
      new RuleShelf(read("markets.properties"), read("deviation.properties"));

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
   * The packs that a list on the class path names, by market.
   *
   * @throws energy.optibid.engine.rules.RulePackException naming every fault of a pack
   */
  static Map<String, RulePack> read(String list) {
    Properties packOfMarket = packOfMarket(list);
    Map<String, RulePack> read = new HashMap<>();
    Map<String, RulePack> byMarket = new HashMap<>();
    for (String market : packOfMarket.stringPropertyNames()) {
      String pack = packOfMarket.getProperty(market);
      byMarket.put(market, read.computeIfAbsent(pack, ClassPathRulePacks::pack));
    }
    return byMarket;
  }

  private static Properties packOfMarket(String list) {
    Properties packs = new Properties();
    try (InputStream file = open(FOLDER + list)) {
      packs.load(file);
      return packs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RulePack pack(String pack) {
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
