package energy.optibid.engine.clearing.auction;

import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the orders and limits that couple the periods of an auction. */
final class ProblemFaults {
  private final List<String> faults = new ArrayList<>();
  private final List<AuctionPeriod> periods;
  private final ClearingRules rules;
  private final Set<String> zones;

  ProblemFaults(
      List<String> zones,
      List<AuctionPeriod> periods,
      List<BlockOrder> blocks,
      List<ComplexOrder> complexes,
      List<RampLimit> ramps,
      List<LineLoss> losses,
      ClearingRules rules) {
    this.periods = periods;
    this.rules = rules;
    this.zones = new HashSet<>(zones);
    if (periods.isEmpty()) {
      faults.add("an auction has at least one period");
    }
    Set<String> ids = new HashSet<>();
    for (BlockOrder block : blocks) {
      String name = "block " + block.id();
      common(ids, block.id(), block.zone(), name);
      price(block.price(), name);
      block.quantities().forEach((period, power) -> quantity(period, power, name));
    }
    families(blocks);
    for (ComplexOrder complex : complexes) {
      String name = "complex order " + complex.id();
      common(ids, complex.id(), complex.zone(), name);
      complex.steps().forEach((period, steps) -> steps(period, steps, name));
    }
    for (AuctionPeriod period : periods) {
      if (!period.curves().isEmpty() && !(period.borders().isEmpty() && complexes.isEmpty())) {
        faults.add("border nodes and complex orders need an auction of step orders");
        break;
      }
    }
    Set<String> links = new HashSet<>();
    periods.forEach(period -> period.links().stream().map(Link::id).forEach(links::add));
    ramps.forEach(ramp -> link(links, ramp.link(), "a ramp"));
    losses.forEach(loss -> link(links, loss.link(), "a loss"));
    for (AuctionPeriod period : periods) {
      for (FlowLimit limit : period.flowLimits()) {
        limit.ptdf().keySet().forEach(zone -> zone(zone, "critical branch " + limit.id()));
      }
    }
  }

  void refuse() {
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }

  private void common(Set<String> ids, String id, String zone, String name) {
    if (!ids.add(id)) {
      faults.add(name + " appears twice");
    }
    zone(zone, name);
  }

  private void zone(String zone, String name) {
    if (!zones.contains(zone)) {
      faults.add(name + " names zone " + zone + ", which is not in the auction");
    }
  }

  private void link(Set<String> links, String id, String what) {
    if (!links.contains(id)) {
      faults.add(what + " names link " + id + ", which is not in the auction");
    }
  }

  private void price(Price price, String name) {
    if (price.compareTo(rules.floor()) < 0 || price.compareTo(rules.cap()) > 0) {
      faults.add(name + ": " + price + " is outside " + rules.floor() + " to " + rules.cap());
    }
  }

  private void quantity(int period, Power power, String name) {
    if (period < 1 || period > periods.size()) {
      faults.add(name + ": there is no period " + period + " of " + periods.size());
    }
    if (power.kilowatts() % rules.lot().kilowatts() != 0) {
      faults.add(name + ": " + power + " is not a multiple of the lot " + rules.lot());
    }
  }

  private void steps(int period, List<Step> steps, String name) {
    for (Step step : steps) {
      price(step.price(), name);
      quantity(period, step.quantity(), name);
    }
  }

  private void families(List<BlockOrder> blocks) {
    Map<String, BlockOrder> byId = new HashMap<>();
    blocks.forEach(block -> byId.put(block.id(), block));
    for (BlockOrder block : blocks) {
      if (block.parent().isPresent() && block.exclusiveGroup().isPresent()) {
        faults.add("block " + block.id() + " is both a child and in an exclusive group");
      }
      Set<String> ancestors = new HashSet<>(Set.of(block.id()));
      Optional<String> parent = block.parent();
      while (parent.isPresent()) {
        BlockOrder found = byId.get(parent.get());
        if (found == null) {
          faults.add("block " + block.id() + " has no parent " + parent.get());
          break;
        }
        if (!ancestors.add(found.id())) {
          faults.add("block " + block.id() + " is its own ancestor");
          break;
        }
        parent = found.parent();
      }
    }
  }
}
