package energy.optibid.engine.market.gme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.market.reading.Refusal;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GmePropertiesTest {
  private static final RulePack PACK = RealGmeDays.pack();

  /** Days of every kind: hours and quarter hours, short and long. */
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2025, 4, 2),
          LocalDate.of(2025, 3, 30),
          LocalDate.of(2024, 10, 27),
          LocalDate.of(2025, 11, 3),
          LocalDate.of(2025, 10, 26),
          LocalDate.of(2026, 3, 29));

  @Provide
  Arbitrary<GmeRow.BookStep> steps() {
    return Arbitraries.of(DAYS)
        .flatMap(
            day -> {
              AuctionRules rules = PACK.auction(day);
              long ticks =
                  (rules.priceCap().tenThousandths() - rules.priceFloor().tenThousandths()) / 100;
              return Combinators.combine(
                      Arbitraries.integers().between(1, rules.day().blockCount()),
                      Arbitraries.of(rules.zones()),
                      Arbitraries.of(Side.values()),
                      Arbitraries.longs().between(0, ticks),
                      Arbitraries.longs().between(0, 20_000_000))
                  .as(
                      (period, zone, side, tick, kilowatts) ->
                          new GmeRow.BookStep(
                              0,
                              day,
                              period,
                              zone,
                              side,
                              new Price(rules.priceFloor().tenThousandths() + tick * 100),
                              new Power(kilowatts)));
            });
  }

  @Provide
  Arbitrary<List<GmeRow.BookStep>> books() {
    return steps().list().ofMaxSize(60);
  }

  private static String file(List<GmeRow.BookStep> rows) {
    StringWriter out = new StringWriter();
    try {
      new GmeWriter(PACK).write(GmeFileKind.BID_CURVES, rows, out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString();
  }

  @Property(tries = 200)
  void whatIsWrittenIsReadAgain(@ForAll("books") List<GmeRow.BookStep> rows) {
    Set<List<Object>> keys = new HashSet<>();
    List<GmeRow.BookStep> distinct =
        rows.stream()
            .filter(
                r -> keys.add(List.of(r.deliveryDay(), r.period(), r.zone(), r.side(), r.price())))
            .toList();
    GmeText.Read read = GmeText.read(file(distinct));
    assertEquals(distinct.isEmpty() ? 1 : 0, read.report().refused());
    assertEquals(0, read.report().normalised());
    List<GmeRow> expected = new ArrayList<>();
    for (GmeRow.BookStep r : distinct) {
      expected.add(
          new GmeRow.BookStep(
              expected.size() + 2L,
              r.deliveryDay(),
              r.period(),
              r.zone(),
              r.side(),
              r.price(),
              r.quantity()));
    }
    assertEquals(expected, read.rows());
  }

  @Property(tries = 100)
  void repeatingAnyRowIsRefusedOnItsSecondLine(@ForAll("steps") GmeRow.BookStep row) {
    GmeText.Read read = GmeText.read(file(List.of(row, row)));
    assertEquals(RefusalCode.DUPLICATE, read.onlyCode());
    assertEquals(3, read.report().refusals().get(0).line());
  }

  @Property(tries = 500)
  void anyCorruptFieldIsRefusedByLineAndField(
      @ForAll("steps") GmeRow.BookStep row, @ForAll("corruptions") Corruption corruption) {
    List<String> columns = GmeFileKind.BID_CURVES.columns();
    String[] lines = file(List.of(row)).split("\n", -1);
    String[] fields = lines[1].split(",", -1);
    fields[corruption.field()] = corruption.text();
    GmeText.Read read =
        GmeText.read(lines[0] + "\n" + String.join(",", fields) + "\n" + GmeText.ROW);
    assertFalse(read.report().accepted());
    List<Refusal> first = read.report().refusals().stream().filter(r -> r.line() == 2).toList();
    assertEquals(1, first.size(), () -> Arrays.toString(fields) + read.report().refusals());
    assertEquals(columns.get(corruption.field()), first.get(0).field());
    assertEquals(corruption.text(), first.get(0).value());
    assertTrue(read.rows().stream().noneMatch(r -> r.line() == 2));
  }

  /** A text that is wrong in a field whatever the rest of the row says. */
  record Corruption(int field, String text) {}

  @Provide
  Arbitrary<Corruption> corruptions() {
    Arbitrary<String> letters = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12);
    Arbitrary<String> junk =
        Arbitraries.oneOf(
            letters.map(text -> "?" + text),
            Arbitraries.of("", " ", "NaN", "-Infinity", "null", "0x1", "1;2", "--1", "1e400"));
    Arbitrary<Corruption> anywhere =
        Combinators.combine(Arbitraries.integers().between(0, 6), junk).as(Corruption::new);
    return Arbitraries.oneOf(
        anywhere,
        Arbitraries.of("2025-04-02T00:30:00+02:00", "2025-04-02T00:00:00+03:00")
            .map(text -> new Corruption(0, text)),
        Arbitraries.of("0", "-1", "101", "1.0", "01").map(text -> new Corruption(2, text)),
        Arbitraries.of("FRAN", "PUN", "nord", "NORD ").map(text -> new Corruption(3, text)),
        Arbitraries.of("DEMAND", "buy", "supply ").map(text -> new Corruption(4, text)),
        Arbitraries.of("4000.01", "-500.01", "0.001", "1e9").map(text -> new Corruption(5, text)),
        Arbitraries.of("-0.1", "-5", "0.0001", "12.34567").map(text -> new Corruption(6, text)));
  }
}
