package energy.optibid.engine.simulation.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MarketFiguresTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);
  private static final double EXACT = 1e-9;

  /** Prices 0, 1, … 95; the dearest block at the cap; one area half a rupee dearer at noon. */
  private static ObservedDay rising() {
    List<Double> prices = IntStream.range(0, 96).mapToObj(block -> (double) block).toList();
    List<Double> other =
        IntStream.range(0, 96).mapToObj(block -> block == 48 ? 48.5 : block).toList();
    return new ObservedDay(
        MONDAY, 95, prices, Collections.nCopies(96, 200.0), Map.of("N1", prices, "S1", other));
  }

  @Test
  void figuresOfADayThatCanBeCountedByHand() {
    MarketFigures figures = MarketFigures.of(List.of(rising()));
    assertEquals(47.5, figures.mean(), EXACT);
    assertEquals(200, figures.meanVolume(), EXACT);
    assertEquals(1.5, figures.hourly().get(0), EXACT);
    assertEquals(93.5, figures.hourly().get(23), EXACT);
    assertEquals(List.of(4.75, 23.75, 47.5, 71.25, 90.25), figures.quantiles());
    assertEquals(1 / 96.0, figures.shareAtCap(), EXACT);
    assertEquals(1 / 96.0, figures.shareSplit(), EXACT);
    assertEquals(0.5 / 96, figures.meanSpread(), EXACT);
    assertEquals(0.5, figures.largestSpread(), EXACT);
    assertEquals(Map.of(DayOfWeek.MONDAY, 47.5), figures.byWeekday());
  }

  @Test
  void whereNoAreasWerePublishedNothingIsSaidOfThem() {
    ObservedDay day = new ObservedDay(MONDAY, 95, rising().prices(), rising().volumes(), Map.of());
    MarketFigures figures = MarketFigures.of(List.of(rising(), day));
    assertTrue(Double.isNaN(figures.shareSplit()) && Double.isNaN(figures.largestSpread()));
    String rows =
        String.join("\n", ComparisonTable.rows(List.of(new ComparisonTable.Column("x", figures))));
    assertTrue(rows.contains("| blocks split | – |"), rows);
    assertTrue(rows.contains("| blocks at the cap | 1.0 % |"), rows);
  }

  @Test
  void figuresNeedDaysAndDaysNeedBlocks() {
    assertThrows(IllegalArgumentException.class, () -> MarketFigures.of(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ObservedDay(MONDAY, 95, List.of(1.0), List.of(), Map.of()));
  }
}
