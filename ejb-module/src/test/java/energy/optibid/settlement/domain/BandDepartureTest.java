package energy.optibid.settlement.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.rules.Rules;
import energy.optibid.rules.adapter.ClassPathRulePacks;
import energy.optibid.shared.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people read when an asset left its band. */
class BandDepartureTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final Instant MIDNIGHT = Instant.parse("2026-11-25T18:30:00Z");
  private static final int BLOCKS = 96;
  private static final int QUARTER_SECONDS = 900;

  private final Rules rules = new ClassPathRulePacks().rules();
  private final Asset park =
      new Asset(
          Ids.next(),
          null,
          "Park 1",
          AssetType.SOLAR,
          null,
          "iex-dam",
          "W2",
          BigDecimal.valueOf(40),
          BigDecimal.ZERO,
          new TechnicalLimits.Solar(BigDecimal.valueOf(40), BigDecimal.valueOf(40)),
          true,
          1);

  @Test
  void itNamesAssetBlockFiguresAndEdge() {
    BandDeparture left = BandDeparture.of(settled(Map.of(38, "8.6")), null, List.of(38));
    assertEquals(
        "Park 1, block 38 of 2026-11-26 (09:15–09:30 Asia/Kolkata): scheduled 8 MWh, metered"
            + " 8.6 MWh, deviation +0.6 MWh (+6 %); the first band ends at ±0.5 MWh.",
        left.text());
    assertEquals(park.id().toString(), left.payload().getString("assetId"));
    assertEquals("2026-11-26T03:45:00Z", left.payload().getString("startsAt"));
    assertEquals(1, left.payload().getInt("departures"));
    assertFalse(left.payload().containsKey("exchangeId"));
  }

  @Test
  void severalInOneDay_areOneSentenceMore_andASimulatedExchangeIsNamed() {
    BandDeparture left =
        BandDeparture.of(
            settled(Map.of(38, "7", 60, "9")),
            new BandDeparture.World(Ids.next(), "Sandbox"),
            List.of(38, 60));
    assertTrue(left.text().startsWith("On the simulated exchange “Sandbox”: Park 1, block 38"));
    assertTrue(left.text().contains("deviation -1 MWh (-10 %)"), left.text());
    assertTrue(
        left.text()
            .endsWith(
                " It left the band 2 times that day, the last time in block 60"
                    + " (14:45–15:00 Asia/Kolkata)."),
        left.text());
    assertTrue(left.payload().containsKey("exchangeId"));
  }

  /** Scheduled 32 MW all day, metered only in these blocks. */
  private CalculatedDay settled(Map<Integer, String> metered) {
    Map<Instant, BigDecimal> readings = new HashMap<>();
    metered.forEach(
        (block, mwh) ->
            readings.put(
                MIDNIGHT.plusSeconds((long) (block - 1) * QUARTER_SECONDS), new BigDecimal(mwh)));
    SettledInputs inputs =
        new SettledInputs(
            List.of(park),
            Map.of(),
            Map.of(),
            Map.of(park.id(), readings),
            Map.of(park.id(), Map.of(DAY, Collections.nCopies(BLOCKS, BigDecimal.valueOf(32)))),
            Map.of(),
            Map.of(),
            0);
    return new StatementCalculation(rules, inputs).settle(park, DAY).orElseThrow();
  }
}
