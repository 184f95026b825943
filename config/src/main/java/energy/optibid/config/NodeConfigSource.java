package energy.optibid.config;

import java.lang.management.ManagementFactory;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * What this server calls itself among the servers of an installation, as the setting {@code
 * optibid.node}: its process id, an @ and the host, so that what it wrote and the sessions it has
 * at the database lead to the process. A source of settings because the definitions of the data
 * sources, which are annotations, can be told in no other way.
 */
public final class NodeConfigSource implements ConfigSource {
  /** The setting's name. */
  public static final String NODE_PROPERTY = "optibid.node";

  /** Above everything: it is a fact, not a wish. */
  private static final int ORDINAL = 1_000;

  /** The name itself, for code that needs no settings. */
  public static String ownName() {
    return ManagementFactory.getRuntimeMXBean().getName();
  }

  @Override
  public Set<String> getPropertyNames() {
    return Set.of(NODE_PROPERTY);
  }

  @Override
  public @Nullable String getValue(String property) {
    return property.equals(NODE_PROPERTY) ? ownName() : null;
  }

  @Override
  public String getName() {
    return "OptiBid node";
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }
}
