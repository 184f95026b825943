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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code optibid/rule-packs/<market>.csv} for every market we have a pack of. */
@ApplicationScoped
public class ClassPathRulePacks {
  private static final List<String> MARKETS = List.of("gme-mgp");

  private final Rules rules = new RuleShelf(read());

  /** Reads the packs when the application starts, so that a faulty one is not found by a trader. */
  void atStart(@Observes @Initialized(ApplicationScoped.class) Object start) {
    MARKETS.forEach(rules::pack);
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
    return MARKETS.stream()
        .collect(Collectors.toMap(Function.identity(), ClassPathRulePacks::read));
  }

  private static RulePack read(String market) {
    String resource = "optibid/rule-packs/" + market + ".csv";
    try (InputStream csv =
        ClassPathRulePacks.class.getClassLoader().getResourceAsStream(resource)) {
      if (csv == null) {
        throw new IllegalStateException("the configuration has no " + resource);
      }
      return RulePack.read(resource, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
