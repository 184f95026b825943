package energy.optibid.clearing.adapter;

import org.eclipse.microprofile.config.ConfigProvider;

/**
 * How much work a search for decisions about blocks may do, in the engine's units. Setting: {@code
 * optibid.clearing.work-budget}.
 */
final class BlockWork {
  private BlockWork() {}

  static long units() {
    return ConfigProvider.getConfig().getValue("optibid.clearing.work-budget", Long.class);
  }
}
