package energy.optibid.imports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.cache.Cache;
import energy.optibid.cache.adapter.CacheBench;
import energy.optibid.imports.Imports;
import energy.optibid.market.PricePoint;
import energy.optibid.market.PriceSource;
import energy.optibid.market.Prices;
import energy.optibid.market.adapter.MarketBench;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ProblemException;
import energy.optibid.testing.Tenants;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices from a cache are those of the database, whatever was written in between. */
class CachedPricesIT {
  private static final OffsetDateTime DAY = OffsetDateTime.parse("2022-10-18T00:00+05:30");

  @TempDir private Path home;
  private ImportBench bench = new ImportBench(Path.of("target"));
  private final Cache cache = CacheBench.inMemory();

  @BeforeEach
  void importedDay() {
    bench = new ImportBench(home);
    bench.imported(Imports.IEX_FEED, new IexDay().feed());
  }

  private List<PricePoint> read(
      Prices prices, Caller caller, @Nullable String area, @Nullable PriceSource source) {
    return ImportBench.as(
        caller, () -> prices.between("iex-dam", area, DAY, DAY.plusDays(1), source, null));
  }

  private List<PricePoint> kept(Caller caller, @Nullable String area) {
    return read(
        MarketBench.cachedPrices(bench.transactions, event -> {}, cache), caller, area, null);
  }

  private List<PricePoint> stored(@Nullable String area, @Nullable PriceSource source) {
    return read(MarketBench.prices(bench.transactions, event -> {}), bench.caller, area, source);
  }

  @Test
  void kept_theyAreTheSameToTheDigit_ofEachAreaAndSource() {
    Prices cached = MarketBench.cachedPrices(bench.transactions, event -> {}, cache);
    for (String area : new @Nullable String[] {null, "N1", "W2"}) {
      for (PriceSource source :
          new @Nullable PriceSource[] {null, PriceSource.PUBLISHED, PriceSource.CLEARED}) {
        List<PricePoint> expected = stored(area, source);
        assertEquals(expected, read(cached, bench.caller, area, source));
        long hits = cache.figures().hits();
        assertEquals(expected, read(cached, bench.caller, area, source));
        assertEquals(hits + 1, cache.figures().hits());
      }
    }
  }

  @Test
  void priceThatComesLateOrIsCorrected_isInTheNextAnswer() {
    List<PricePoint> before = kept(bench.caller, null);
    PricePoint first =
        before.stream().filter(point -> point.area().equals("N1")).findFirst().orElseThrow();
    String row =
        " where organization_id = '%s' and area = 'N1' and starts_at = '%s'"
            .formatted(bench.caller.organization(), first.startsAt());
    bench.server.execute("update price set price = price + 1" + row);
    assertEquals(
        first.price().add(BigDecimal.ONE),
        kept(bench.caller, null).stream()
            .filter(point -> point.area().equals("N1"))
            .findFirst()
            .orElseThrow()
            .price());
    bench.server.execute("create table taken_away as select * from price" + row);
    bench.server.execute("delete from price" + row);
    assertEquals(before.size() - 1, kept(bench.caller, null).size());
    bench.server.execute("insert into price select * from taken_away");
    bench.server.execute("drop table taken_away");
    assertEquals(before.size(), kept(bench.caller, null).size());
    assertEquals(stored(null, null), kept(bench.caller, null));
  }

  @Test
  void otherOrganisation_seesNothingOfThem() {
    kept(bench.caller, null);
    assertEquals(List.of(), kept(Tenants.create(bench.server), null));
  }

  @Test
  void rangeThatIsTooLong_isRefusedAsEver() {
    Prices cached = MarketBench.cachedPrices(bench.transactions, event -> {}, cache);
    assertThrows(
        ProblemException.class,
        () ->
            ImportBench.as(
                bench.caller,
                () -> cached.between("iex-dam", null, DAY, DAY.plusDays(33), null, null)));
  }
}
