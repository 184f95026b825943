package energy.optibid.assets.adapter;

import energy.optibid.assets.AssetType;
import energy.optibid.assets.HydroScheme;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.identity.DemoOrganizations;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sites and assets of the demo organisations: a portfolio in Italy and one in India. Nobody's real
 * plants; the limits are those usual for their kind and size, costs in the market's currency.
 */
final class DemoPortfolio {
  private static final String ITALY = "gme-mgp";
  private static final String INDIA = "sim-dam";

  private DemoPortfolio() {}

  /** A place with its assets; an asset may stand in another area, and then has no site. */
  record DemoSite(
      UUID id,
      DemoOrganizations owner,
      String name,
      String market,
      String area,
      List<DemoAsset> assets) {}

  /** An asset; powers in MW, limits null where the type's defaults do. */
  record DemoAsset(
      UUID id,
      String name,
      AssetType type,
      String area,
      int injection,
      int withdrawal,
      @Nullable TechnicalLimits limits) {}

  static final List<DemoSite> SITES =
      List.of(
          new DemoSite(
              id("100"),
              DemoOrganizations.DEMO,
              "Po Valley",
              ITALY,
              "NORD",
              List.of(
                  italian("101", "Po Valley CCGT", AssetType.THERMAL, "NORD", 500, 0),
                  italian("102", "Apulia Solar", AssetType.SOLAR, "SUD", 120, 0),
                  italian("103", "Sicily Battery", AssetType.BATTERY, "SICI", 50, 50),
                  italian("104", "Milano Retail", AssetType.LOAD, "NORD", 0, 300))),
          new DemoSite(
              id("200"),
              DemoOrganizations.RIVAL,
              "Adda",
              ITALY,
              "NORD",
              List.of(
                  italian("201", "Adda CCGT", AssetType.THERMAL, "NORD", 400, 0),
                  italian("202", "Gargano Wind", AssetType.WIND, "SUD", 150, 0),
                  italian("203", "Etna Battery", AssetType.BATTERY, "SICI", 40, 40),
                  italian("204", "Torino Retail", AssetType.LOAD, "NORD", 0, 250))),
          indian(
              "110",
              DemoOrganizations.DEMO,
              "Thar",
              "N2",
              new DemoAsset(id("111"), "Thar Solar", AssetType.SOLAR, "N2", 250, 0, sun(260, 250))),
          indian(
              "120",
              DemoOrganizations.DEMO,
              "Kaveri",
              "S2",
              new DemoAsset(
                  id("121"), "Kaveri Wind", AssetType.WIND, "S2", 150, 0, wind(150, 144))),
          indian(
              "130",
              DemoOrganizations.DEMO,
              "Mahanadi",
              "W3",
              new DemoAsset(
                  id("131"),
                  "Mahanadi Coal 1",
                  AssetType.THERMAL,
                  "W3",
                  500,
                  0,
                  coal(275, 5, "1850", 1_800_000))),
          indian(
              "140",
              DemoOrganizations.DEMO,
              "Beas",
              "N1",
              new DemoAsset(
                  id("141"),
                  "Beas Hydro",
                  AssetType.HYDRO,
                  "N1",
                  180,
                  0,
                  new TechnicalLimits.Hydro(
                      HydroScheme.RESERVOIR,
                      whole(2_400),
                      whole(300),
                      whole(1_500),
                      whole(70),
                      new BigDecimal("0.9"),
                      null))),
          indian(
              "150",
              DemoOrganizations.DEMO,
              "Narmada",
              "W2",
              new DemoAsset(
                  id("151"),
                  "Narmada Battery",
                  AssetType.BATTERY,
                  "W2",
                  100,
                  100,
                  battery(400, "0.94")),
              new DemoAsset(
                  id("152"), "Narmada Steel", AssetType.LOAD, "W2", 0, 90, load(25, 100))),
          indian(
              "210",
              DemoOrganizations.RIVAL,
              "Luni",
              "N2",
              new DemoAsset(id("211"), "Luni Solar", AssetType.SOLAR, "N2", 100, 0, sun(105, 100))),
          indian(
              "220",
              DemoOrganizations.RIVAL,
              "Krishna",
              "S1",
              new DemoAsset(
                  id("221"),
                  "Krishna Coal 1",
                  AssetType.THERMAL,
                  "S1",
                  300,
                  0,
                  coal(165, 3, "2150", 1_100_000)),
              new DemoAsset(
                  id("222"), "Krishna Cement", AssetType.LOAD, "S1", 0, 40, load(10, 45))));

  private static DemoAsset italian(
      String id, String name, AssetType type, String area, int injection, int withdrawal) {
    return new DemoAsset(id(id), name, type, area, injection, withdrawal, null);
  }

  private static DemoSite indian(
      String id, DemoOrganizations owner, String name, String area, DemoAsset... assets) {
    return new DemoSite(id(id), owner, name, INDIA, area, List.of(assets));
  }

  private static TechnicalLimits sun(int installed, int available) {
    return new TechnicalLimits.Solar(whole(installed), whole(available));
  }

  private static TechnicalLimits wind(int installed, int available) {
    return new TechnicalLimits.Wind(whole(installed), whole(available));
  }

  /** Technical minimum of 55 %, ramp of 1 % of the unit a minute; a cold start costs most. */
  private static TechnicalLimits coal(
      int minimum, int rampPerMinute, String costPerMwh, int hotStart) {
    return new TechnicalLimits.Thermal(
        whole(minimum),
        whole(rampPerMinute),
        whole(rampPerMinute),
        whole(8),
        whole(6),
        whole(10),
        whole(72),
        whole(hotStart),
        whole(hotStart * 2),
        whole(hotStart * 3),
        new BigDecimal(costPerMwh));
  }

  private static TechnicalLimits battery(int energy, String oneWay) {
    return new TechnicalLimits.Battery(
        whole(energy),
        new BigDecimal(oneWay),
        new BigDecimal(oneWay),
        new BigDecimal("0.05"),
        new BigDecimal("0.95"),
        new BigDecimal("0.5"),
        new BigDecimal("1.5"),
        whole(450));
  }

  private static TechnicalLimits load(int minimum, int contract) {
    return new TechnicalLimits.Load(whole(minimum), new BigDecimal("0.15"), whole(contract));
  }

  private static BigDecimal whole(int number) {
    return BigDecimal.valueOf(number);
  }

  private static UUID id(String last) {
    return UUID.fromString("01900000-0000-7000-8000-000000000" + last);
  }
}
