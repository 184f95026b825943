package energy.optibid.gateway.domain;

import energy.optibid.gateway.domain.ResultFile.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A result held against the orders it speaks of.
 *
 * @param awards what can be true, with the order it is of
 * @param faults what cannot, or is missing
 */
public record Reconciliation(List<Awarded> awards, List<Difference> faults) {
  public Reconciliation {
    awards = List.copyOf(awards);
    faults = List.copyOf(faults);
  }

  /**
   * @param offeredMw the most that could be awarded there
   */
  public record Awarded(ExchangeMessage order, Line line, BigDecimal offeredMw) {}

  /**
   * @param reference the order it is about
   */
  public record Difference(String code, String reference, String message) {}

  /**
   * @param order the order that went out under a reference
   * @param held the orders the exchange should have a word on
   */
  public static Reconciliation of(
      ResultFile result,
      Function<String, Optional<ExchangeMessage>> order,
      List<ExchangeMessage> held) {
    List<Awarded> awards = new ArrayList<>();
    List<Difference> faults = new ArrayList<>();
    Map<String, Optional<ExchangeMessage>> orders = new LinkedHashMap<>();
    Set<String> spokenOf = new HashSet<>();
    for (Line line : result.lines()) {
      boolean first = !orders.containsKey(line.reference());
      Optional<ExchangeMessage> found = orders.computeIfAbsent(line.reference(), order);
      if (found.isEmpty()) {
        if (first) {
          faults.add(
              new Difference(
                  "unknown_reference",
                  line.reference(),
                  "The result speaks of an order that never went out."));
        }
      } else if (spokenOf.add(key(line.reference(), line.blockOrder(), line.block()))) {
        judge(result, line, found.get(), awards, faults);
      } else {
        faults.add(
            new Difference(
                "repeated_line",
                line.reference(),
                "Block %d is there twice.".formatted(line.block())));
      }
    }
    held.forEach(message -> missing(message, spokenOf, faults));
    return new Reconciliation(awards, faults);
  }

  private static void judge(
      ResultFile result,
      Line line,
      ExchangeMessage order,
      List<Awarded> awards,
      List<Difference> faults) {
    if (!order.marketCode().equals(result.marketCode())
        || !order.deliveryDay().equals(result.deliveryDay())) {
      faults.add(
          new Difference(
              "other_auction",
              line.reference(),
              "The order is in %s for %s.".formatted(order.marketCode(), order.deliveryDay())));
      return;
    }
    Optional<BigDecimal> offered = OfferedOrder.of(order).offered(line.blockOrder(), line.block());
    if (offered.isEmpty()) {
      faults.add(
          new Difference(
              "not_offered",
              line.reference(),
              "Nothing was offered in block %d.".formatted(line.block())));
    } else if (line.awardedMw().compareTo(offered.get()) > 0) {
      faults.add(
          new Difference(
              "more_than_offered",
              line.reference(),
              "Block %d: %s MW awarded, %s MW offered."
                  .formatted(
                      line.block(),
                      line.awardedMw().toPlainString(),
                      offered.get().toPlainString())));
    } else {
      awards.add(new Awarded(order, line, offered.get()));
    }
  }

  private static void missing(
      ExchangeMessage message, Set<String> spokenOf, List<Difference> faults) {
    OfferedOrder offered = OfferedOrder.of(message);
    List<Integer> missing = new ArrayList<>();
    offered.curves().keySet().stream()
        .filter(block -> !spokenOf.contains(key(message.reference(), "", block)))
        .forEach(missing::add);
    offered
        .blockOrders()
        .forEach(
            (name, profile) ->
                profile.keySet().stream()
                    .filter(block -> !spokenOf.contains(key(message.reference(), name, block)))
                    .forEach(missing::add));
    if (!missing.isEmpty()) {
      faults.add(
          new Difference(
              "missing_blocks",
              message.reference(),
              "The result says nothing of %d blocks, the first is %d."
                  .formatted(missing.size(), missing.get(0))));
    }
  }

  private static String key(String reference, String blockOrder, int block) {
    return reference + " " + blockOrder + " " + block;
  }
}
