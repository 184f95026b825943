package energy.optibid.engine.market.entsoe;

import java.util.Map;

/** What the platform's codes of document types mean, for those who sent the wrong document. */
final class DocumentTypes {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("A09", "finalised schedule"),
          Map.entry("A11", "aggregated energy data report: physical flows"),
          Map.entry("A25", "allocation results"),
          Map.entry("A26", "capacity document"),
          Map.entry("A31", "agreed capacity"),
          Map.entry("A61", "estimated net transfer capacity"),
          Map.entry("A65", "system total load"),
          Map.entry("A68", "installed generation per type"),
          Map.entry("A69", "wind and solar forecast"),
          Map.entry("A70", "load forecast margin"),
          Map.entry("A71", "generation forecast"),
          Map.entry("A72", "reservoir filling"),
          Map.entry("A73", "actual generation"),
          Map.entry("A74", "wind and solar generation"),
          Map.entry("A75", "actual generation per type"),
          Map.entry("A77", "unavailability of production units"),
          Map.entry("A78", "unavailability of transmission"),
          Map.entry("A80", "unavailability of generation units"),
          Map.entry("A85", "imbalance prices"),
          Map.entry("A86", "imbalance volume"));

  private DocumentTypes() {}

  /** The code with its meaning, as far as it is known. */
  static String named(String code) {
    String name = NAMES.get(code);
    return name == null ? code : code + " (" + name + ")";
  }
}
