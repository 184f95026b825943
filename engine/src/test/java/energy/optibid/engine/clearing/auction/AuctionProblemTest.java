package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What an auction must keep to be taken. Every fault is told at once. */
class AuctionProblemTest {
  private static final Price FREE = new Price(0);

  @Test
  void everyFault_isToldAtOnce() {
    Book book = Book.hours(2, "A").limits(0, 100).units(1000, 10);
    book.block(block("k", "A", 50, Map.of(1, 10L)));
    book.block(block("k", "B", 101, Map.of(3, 15L)));
    assertFaults(
        book,
        "block k appears twice",
        "block k names zone B, which is not in the auction",
        "is outside",
        "block k: there is no period 3 of 2",
        "is not a multiple of the lot");
  }

  @Test
  void atTheEdges_nothingIsWrong() {
    Book book = Book.hours(2, "A").limits(0, 100).units(1000, 10);
    book.block(block("low", "A", 0, Map.of(1, 10L)));
    book.block(block("high", "A", 100, Map.of(2, 10L)));
    assertDoesNotThrow(book::problem);
    book.block(block("early", "A", 0, Map.of(0, 10L)));
    assertFaults(book, "block early: there is no period 0 of 2");
  }

  @Test
  void familiesHaveParents_noCircles_andNoGroups() {
    Book orphan = Book.hours(1, "A").block(block("k", "A", 1, Map.of(1, 10L)).linkedTo("x"));
    assertFaults(orphan, "block k has no parent x");
    Book circle =
        Book.hours(1, "A")
            .block(block("k", "A", 1, Map.of(1, 10L)).linkedTo("l"))
            .block(block("l", "A", 1, Map.of(1, 10L)).linkedTo("k"));
    assertFaults(circle, "block k is its own ancestor", "block l is its own ancestor");
    Book both =
        Book.hours(1, "A")
            .block(block("l", "A", 1, Map.of(1, 10L)))
            .block(block("k", "A", 1, Map.of(1, 10L)).linkedTo("l").in("g"));
    assertFaults(both, "block k is both a child and in an exclusive group");
    Book chain =
        Book.hours(1, "A")
            .block(block("a", "A", 1, Map.of(1, 10L)))
            .block(block("b", "A", 1, Map.of(1, 10L)).linkedTo("a"))
            .block(block("c", "A", 1, Map.of(1, 10L)).linkedTo("b"));
    assertDoesNotThrow(chain::problem);
  }

  @Test
  void whatLimitsANetwork_namesPartsOfIt() {
    Book book =
        Book.hours(1, "A", "B")
            .link("L", "A", "B", 5, 5)
            .ramp("M", 1, Optional.empty())
            .loss("N", "0.1")
            .critical(1, "branch", 5, Map.of("C", "0.5"));
    assertFaults(
        book,
        "a ramp names link M, which is not in the auction",
        "a loss names link N, which is not in the auction",
        "critical branch branch names zone C, which is not in the auction");
  }

  @Test
  void curvesAndBordersDoNotMix() {
    assertFaults(
        Book.hours(1, "A").curve(1, "c", "A", 0, 10).border("X", 50),
        "border nodes and complex orders need an auction of step orders");
    assertDoesNotThrow(() -> Book.hours(1, "A").curve(1, "c", "A", 0, 10).problem());
  }

  @Test
  void anAuction_hasAPeriod() {
    AuctionProblem fine = Book.hours(1, "A").problem();
    refused(
        "at least one period",
        () ->
            new AuctionProblem(
                fine.zones(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                fine.rules(),
                fine.tick(),
                true));
  }

  @Test
  void aBlock_asksForSomething() {
    refused("asks for nothing", () -> block("k", "A", 1, Map.of(1, 0L)));
    refused("negative quantity", () -> block("k", "A", 1, Map.of(1, 5L, 2, -1L)));
    assertDoesNotThrow(() -> block("k", "A", 1, Map.of(1, 5L, 2, 0L)));
    refused(
        "minimum acceptance above zero",
        () -> block("k", "A", 1, Map.of(1, 5L)).curtailableTo(Ratio.ZERO));
  }

  @Test
  void aFlexibleOrder_isAGroupOfOneBlockPerPeriod() {
    List<BlockOrder> group = BlockOrder.flexible("f", "A", Side.BUY, FREE, new Power(10), 2, 4);
    assertEquals(List.of("f@2", "f@3", "f@4"), group.stream().map(BlockOrder::id).toList());
    assertEquals(Map.of(3, new Power(10)), group.get(1).quantities());
    assertEquals(Optional.of("f"), group.get(1).exclusiveGroup());
    assertEquals(Ratio.ONE, group.get(1).minimumAcceptance());
    BlockOrder changed =
        group.get(0).at(new Price(7)).offering(new TreeMap<>(Map.of(1, new Power(3))));
    assertEquals(new Price(7), changed.price());
    assertEquals(Map.of(1, new Power(3)), changed.quantities());
    assertEquals(Optional.of("f"), changed.exclusiveGroup());
  }

  @Test
  void aShare_isBetweenNothingAndEverything() {
    refused("no share", () -> new Ratio(-1));
    refused("no share", () -> new Ratio(1_000_001));
    assertTrue(Ratio.of("0").isZero());
    assertEquals(Ratio.ONE, Ratio.of("1.000000"));
    assertEquals(new BigDecimal("0.745000"), Ratio.of("0.745").toBigDecimal());
    assertTrue(Ratio.of("0.2").compareTo(Ratio.of("0.3")) < 0);
    assertThrows(ArithmeticException.class, () -> Ratio.of("0.0000001"));
    // 0.745 of 1000 kW is 745 kW, which is 7 lots of 100 kW
    assertEquals(new Power(700), Ratio.of("0.745").of(new Power(1000), new Power(100)));
  }

  @Test
  void limitsAreNotNegative() {
    refused("negative", () -> new RampLimit("L", new Power(-1), Optional.empty()));
    assertDoesNotThrow(() -> new RampLimit("L", Power.ZERO, Optional.empty()));
    refused("loses all", () -> new LineLoss("L", Ratio.ONE));
    refused("negative margin", () -> new FlowLimit("f", Map.of(), new Power(-1)));
    assertDoesNotThrow(() -> new FlowLimit("f", Map.of(), Power.ZERO));
  }

  private static BlockOrder block(
      String id, String zone, long euros, Map<Integer, Long> kilowatts) {
    Map<Integer, Power> quantities = new TreeMap<>();
    kilowatts.forEach((period, power) -> quantities.put(period, new Power(power)));
    return BlockOrder.whole(id, zone, Side.SELL, Book.euros(euros), quantities);
  }

  private static void assertFaults(Book book, String... faults) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, book::problem);
    String message = String.valueOf(refused.getMessage());
    for (String fault : faults) {
      assertTrue(message.contains(fault), message);
    }
    assertEquals(faults.length, message.split("; ").length, message);
  }

  private static void refused(String reason, Executable making) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, making);
    assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused::getMessage);
  }
}
