package energy.optibid.engine.market.gme;

import energy.optibid.engine.rules.AuctionRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which codes may stand in a zone column. */
enum Zones {
  OWN("zone of the market"),
  REACHABLE("zone of the market or neighbour"),
  PRICED("zone, neighbour or index with a published price");

  private final String what;

  Zones(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }

  /** The codes of a day. A code has the same place in each list that has it. */
  List<String> codes(AuctionRules rules) {
    return switch (this) {
      case OWN -> rules.zones();
      case REACHABLE -> joined(rules.zones(), rules.borderZones());
      case PRICED -> joined(joined(rules.zones(), rules.borderZones()), rules.referencePrices());
    };
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** Places of the codes in their list. */
  static Map<String, Integer> number(List<String> codes) {
    Map<String, Integer> numbers = new HashMap<>();
    codes.forEach(code -> numbers.put(code, numbers.size()));
    return numbers;
  }
}
