package energy.optibid.gateway.domain;

import energy.optibid.gateway.domain.ResultFile.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param open held orders of which it does not say all that was offered
 */
public record Reconciliation(
    List<Awarded> awards, List<Difference> faults, List<ExchangeMessage> open) {
  public Reconciliation {
    awards = List.copyOf(awards);
    faults = List.copyOf(faults);
    open = List.copyOf(open);
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
   * @param held the orders the exchange holds; it should have a word on those whose gate closed no
   *     later than that of the last one it speaks of
   * @param now when it was read; nothing is awarded before a gate closes
   */
  public static Reconciliation of(
      ResultFile result,
      Function<String, Optional<ExchangeMessage>> order,
      List<ExchangeMessage> held,
      Instant now) {
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
      } else if (found.get().isBeforeGate(now)) {
        if (first) {
          faults.add(
              new Difference(
                  "before_gate",
                  line.reference(),
                  "The order's gate closes at %s only; after that it takes a later revision."
                      .formatted(found.get().gateClosesAt())));
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
    List<ExchangeMessage> due = due(held, orders, now);
    due.forEach(message -> missing(message, spokenOf, faults));
    Set<String> taken = new HashSet<>();
    awards.forEach(
        award ->
            taken.add(
                key(award.line().reference(), award.line().blockOrder(), award.line().block())));
    return new Reconciliation(
        awards, faults, due.stream().filter(message -> !unsaid(message, taken).isEmpty()).toList());
  }

  /** Auctions of one market's day end one after the other, and their results come like that. */
  private static List<ExchangeMessage> due(
      List<ExchangeMessage> held, Map<String, Optional<ExchangeMessage>> spoken, Instant now) {
    Instant latest =
        spoken.values().stream()
            .flatMap(Optional::stream)
            .filter(message -> !message.isBeforeGate(now))
            .map(ExchangeMessage::gateClosesAt)
            .max(Comparator.naturalOrder())
            .orElse(now);
    return held.stream()
        .filter(message -> !message.isBeforeGate(now))
        .filter(message -> !message.gateClosesAt().isAfter(latest))
        .toList();
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
    List<Integer> missing = unsaid(message, spokenOf);
    if (!missing.isEmpty()) {
      faults.add(
          new Difference(
              "missing_blocks",
              message.reference(),
              "The result says nothing of %d blocks, the first is %d."
                  .formatted(missing.size(), missing.get(0))));
    }
  }

  /** Offered blocks of an order that are not among those keys. */
  private static List<Integer> unsaid(ExchangeMessage message, Set<String> said) {
    OfferedOrder offered = OfferedOrder.of(message);
    List<Integer> unsaid = new ArrayList<>();
    offered.curves().keySet().stream()
        .filter(block -> !said.contains(key(message.reference(), "", block)))
        .forEach(unsaid::add);
    offered
        .blockOrders()
        .forEach(
            (name, profile) ->
                profile.keySet().stream()
                    .filter(block -> !said.contains(key(message.reference(), name, block)))
                    .forEach(unsaid::add));
    return unsaid;
  }

  private static String key(String reference, String blockOrder, int block) {
    return reference + " " + blockOrder + " " + block;
  }
}
