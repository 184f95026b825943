package energy.optibid.assets.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.assets.AssetInput;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.Fuel;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidAssetTest {
  private static final UUID SITE = UUID.randomUUID();
  private static final KnownPlaces PLACES =
      new KnownPlaces() {
        @Override
        public boolean hasMarket(String marketCode) {
          return marketCode.equals("gme-mgp");
        }

        @Override
        public boolean hasBiddingArea(String marketCode, String areaCode) {
          return areaCode.equals("NORD");
        }

        @Override
        public boolean hasSite(UUID siteId, String marketCode, String areaCode) {
          return siteId.equals(SITE) && areaCode.equals("NORD");
        }
      };

  @Test
  void aSoundAssetKeepsItsValues() {
    ValidAsset asset =
        ValidAsset.of(
            new AssetInput(
                SITE, " Po ", "thermal", "gme-mgp", "NORD", mw("500.5"), mw("0"), null, null),
            PLACES);
    assertEquals("Po", asset.name());
    assertEquals(AssetType.THERMAL, asset.type());
    assertEquals(mw("500.5"), asset.maxInjectionMw());
  }

  @Test
  void onlyAThermalUnitBurnsAFuel() {
    assertEquals(
        Fuel.IMPORTED_COAL, ValidAsset.of(plant("thermal", "imported_coal"), PLACES).fuel());
    assertNull(ValidAsset.of(plant("thermal", null), PLACES).fuel());
    assertEquals(List.of("/fuel type"), faults(plant("wind", "imported_coal")));
    assertEquals(List.of("/fuel unknown_value"), faults(plant("thermal", "wood")));
  }

  private static AssetInput plant(String type, @Nullable String fuel) {
    return new AssetInput(null, "x", type, "gme-mgp", "NORD", mw("5"), mw("0"), null, fuel);
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertEquals(
        List.of(
            "/name required",
            "/type unknown_value",
            "/areaCode area",
            "/maxInjectionMw negative",
            "/maxWithdrawalMw lot",
            "/siteId unknown_site"),
        faults(
            new AssetInput(
                UUID.randomUUID(),
                " ",
                "coal",
                "gme-mgp",
                "SVIZ",
                mw("-1"),
                mw("0.0001"),
                null,
                null)));
  }

  @Test
  void nothingAtAllIsRefusedFieldByField() {
    assertEquals(
        List.of(
            "/name required",
            "/type required",
            "/marketCode required",
            "/areaCode required",
            "/maxInjectionMw required",
            "/maxWithdrawalMw required"),
        faults(new AssetInput(null, null, null, null, null, null, null, null, null)));
  }

  @Test
  void limitsMustSuitTheType() {
    assertEquals(
        List.of("/maxInjectionMw capability"),
        faults(new AssetInput(null, "x", "load", "gme-mgp", "NORD", mw("1"), mw("2"), null, null)));
    assertEquals(
        List.of("/maxWithdrawalMw capability"),
        faults(
            new AssetInput(null, "x", "battery", "gme-mgp", "NORD", mw("1"), mw("0"), null, null)));
    assertEquals(
        List.of("/maxInjectionMw capability"),
        faults(new AssetInput(null, "x", "wind", "gme-mgp", "NORD", mw("0"), mw("0"), null, null)));
  }

  private static List<String> faults(AssetInput input) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> ValidAsset.of(input, PLACES));
    assertEquals(ProblemCode.VALIDATION_FAILED, refused.code());
    return refused.faults().stream().map(ValidAssetTest::text).toList();
  }

  private static String text(Fault fault) {
    return fault.field() + " " + fault.code();
  }

  private static BigDecimal mw(String megawatts) {
    return new BigDecimal(megawatts);
  }
}
