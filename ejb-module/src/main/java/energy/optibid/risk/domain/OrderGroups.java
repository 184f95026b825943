package energy.optibid.risk.domain;

import energy.optibid.bidding.BidBlockOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Block orders by exclusive group; an order of no group is a group of its own. */
final class OrderGroups {
  private OrderGroups() {}

  static Collection<List<BidBlockOrder>> of(List<BidBlockOrder> orders) {
    Map<String, List<BidBlockOrder>> groups = new LinkedHashMap<>();
    List<List<BidBlockOrder>> all = new ArrayList<>();
    for (BidBlockOrder order : orders) {
      String group = order.exclusiveGroup();
      if (group == null) {
        all.add(List.of(order));
      } else {
        groups.computeIfAbsent(group, name -> new ArrayList<>()).add(order);
      }
    }
    all.addAll(groups.values());
    return all;
  }
}
