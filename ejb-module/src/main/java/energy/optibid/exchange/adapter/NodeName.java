package energy.optibid.exchange.adapter;

import java.lang.management.ManagementFactory;

/** What this server calls itself in the record of what it did. */
final class NodeName {
  private NodeName() {}

  /** Process and host, unique among the servers of an installation. */
  static String own() {
    return ManagementFactory.getRuntimeMXBean().getName();
  }
}
