package energy.optibid.assets.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.assets.AssetInput;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.ProblemException;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TechnicalLimitsTest {
  private static final KnownPlaces ANYWHERE =
      new KnownPlaces() {
        @Override
        public boolean hasMarket(String marketCode) {
          return true;
        }

        @Override
        public boolean hasBiddingArea(String marketCode, String areaCode) {
          return true;
        }

        @Override
        public boolean hasSite(UUID siteId, String marketCode, String areaCode) {
          return true;
        }
      };

  private static final String THERMAL =
      """
      {"minimumStableMw":55,"rampUpMwPerMinute":1.5,"rampDownMwPerMinute":2,"minimumUpHours":8,
       "minimumDownHours":6.5,"warmAfterHours":10,"coldAfterHours":72,"hotStartCost":1000,
       "warmStartCost":2000,"coldStartCost":3000.25,"variableCostPerMwh":1850.5}""";
  private static final String HYDRO =
      """
      {"scheme":"reservoir","reservoirMwh":2400,"minimumReservoirMwh":300,
       "initialReservoirMwh":1500,"inflowMw":70,"generatingEfficiency":0.9}""";
  private static final String BATTERY =
      """
      {"energyCapacityMwh":400,"chargeEfficiency":0.94,"dischargeEfficiency":0.95,
       "minimumStateOfCharge":0.05,"maximumStateOfCharge":0.95,"initialStateOfCharge":0.5,
       "maximumCyclesPerDay":1.5,"degradationCostPerMwh":450}""";

  /** Each rule of each type: one field changed, one fault. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          solar   | installedCapacityMw   | 99     | /limits/installedCapacityMw order
          solar   | availableCapacityMw   | 121    | /limits/availableCapacityMw order
          wind    | availableCapacityMw   | -1     | /limits/availableCapacityMw negative
          wind    | installedCapacityMw   | 110.0001 | /limits/installedCapacityMw decimals
          thermal | minimumStableMw       | 100.1  | /limits/minimumStableMw order
          thermal | rampUpMwPerMinute     | 0      | /limits/rampUpMwPerMinute positive
          thermal | rampDownMwPerMinute   | 0      | /limits/rampDownMwPerMinute positive
          thermal | minimumUpHours        | 721    | /limits/minimumUpHours too_large
          thermal | minimumDownHours      | 1.125  | /limits/minimumDownHours decimals
          thermal | warmAfterHours        | 73     | /limits/warmAfterHours order
          thermal | hotStartCost          | 2001   | /limits/hotStartCost order
          thermal | warmStartCost         | 3001   | /limits/warmStartCost order
          thermal | variableCostPerMwh    | "dear" | /limits/variableCostPerMwh wrong_type
          thermal | coldStartCost         | null   | /limits/coldStartCost required
          thermal | energyCapacityMwh     | 1      | /limits/energyCapacityMwh unknown_field
          nuclear | minimumStableMw       | 101    | /limits/minimumStableMw order
          hydro   | scheme                | "dam"  | /limits/scheme unknown_value
          hydro   | scheme                | "run_of_river" | /limits/reservoirMwh scheme
          hydro   | minimumReservoirMwh   | 1501   | /limits/minimumReservoirMwh order
          hydro   | initialReservoirMwh   | 2401   | /limits/initialReservoirMwh order
          hydro   | generatingEfficiency  | 0      | /limits/generatingEfficiency positive
          hydro   | pumpingEfficiency     | 0.8    | /limits/pumpingEfficiency scheme
          battery | energyCapacityMwh     | 0      | /limits/energyCapacityMwh positive
          battery | chargeEfficiency      | 1.01   | /limits/chargeEfficiency too_large
          battery | dischargeEfficiency   | 0      | /limits/dischargeEfficiency positive
          battery | initialStateOfCharge  | 0.96   | /limits/initialStateOfCharge order
          battery | minimumStateOfCharge  | 0.51   | /limits/minimumStateOfCharge order
          battery | maximumCyclesPerDay   | 0      | /limits/maximumCyclesPerDay positive
          load    | minimumLoadMw         | 121    | /limits/minimumLoadMw order
          load    | sheddableShare        | 2      | /limits/sheddableShare too_large
          load    | contractDemandMw      | 99     | /limits/contractDemandMw order
          """)
  void eachRuleIsKept(String type, String field, String value, String fault) {
    JsonObject sound = JsonText.object(sound(type));
    String changed =
        sound.containsKey(field)
            ? sound.toString().replaceFirst("(\"" + field + "\":)[^,}]+", "$1" + value)
            : sound.toString().replaceFirst("}$", ",\"" + field + "\":" + value + "}");
    assertEquals(List.of(fault), faults(type, changed));
  }

  @Test
  void aPumpedPlantWithdrawsAndSaysHowWellItPumps() {
    String pumped = HYDRO.replace("reservoir\"", "pumped\"");
    assertEquals(
        List.of("/limits/pumpingEfficiency scheme", "/limits/scheme scheme"),
        faults("hydro", pumped));
    assertEquals(
        List.of("/limits/scheme scheme"),
        faults(input("hydro", "100", "100", JsonText.object(HYDRO))));
  }

  @Test
  void theChargeRangeIsNotEmpty() {
    assertEquals(
        List.of("/limits/maximumStateOfCharge order"),
        faults(
            "battery",
            BATTERY
                .replace("Charge\":0.05", "Charge\":0.5")
                .replace("Charge\":0.95", "Charge\":0.5")));
  }

  @Test
  void everyFaultIsNamedAtOnceWithThoseOfTheAsset() {
    assertEquals(
        List.of(
            "/maxInjectionMw negative",
            "/limits/installedCapacityMw required",
            "/limits/availableCapacityMw negative",
            "/limits/colour unknown_field"),
        faults(
            input(
                "solar",
                "-1",
                "0",
                JsonText.object("{\"availableCapacityMw\":-3,\"colour\":\"blue\"}"))));
  }

  @ParameterizedTest
  @CsvSource({"solar", "wind", "thermal", "nuclear", "hydro", "battery", "load"})
  void soundLimitsComeBackFromStorageToTheLastDigit(String type) {
    ValidAsset asset = ValidAsset.of(input(type, JsonText.object(sound(type))), ANYWHERE);
    TechnicalLimits limits = java.util.Objects.requireNonNull(asset.limits());
    String stored = LimitsCodec.write(limits);
    assertEquals(JsonText.object(sound(type)), JsonText.object(stored));
    assertEquals(limits, LimitsCodec.read(asset.type(), stored));
  }

  @Test
  void aNumberWithAnExponentIsKeptWithoutOne() {
    ValidAsset load =
        ValidAsset.of(
            input(
                "load",
                JsonText.object(
                    "{\"minimumLoadMw\":0e99,\"sheddableShare\":1e-1,\"contractDemandMw\":1E+3}")),
            ANYWHERE);
    assertEquals(new TechnicalLimits.Load(mw("0"), mw("0.1"), mw("1000")), load.limits());
  }

  /** What nobody stated has to be as sound as what somebody states. */
  @ParameterizedTest
  @EnumSource
  void defaultsAreSoundThemselves(AssetType type) {
    boolean draws = type == AssetType.LOAD || type == AssetType.BATTERY;
    BigDecimal injection = mw(type == AssetType.LOAD ? "0" : "100");
    BigDecimal withdrawal = mw(draws ? "100" : "0");
    TechnicalLimits limits = DefaultLimits.of(type, injection, withdrawal);
    JsonObject stated = JsonText.object(LimitsCodec.write(limits));
    AssetInput input = input(type.code(), stated);
    assertEquals(
        JsonText.object(LimitsCodec.write(limits)).keySet(),
        JsonText.object(
                LimitsCodec.write(
                    java.util.Objects.requireNonNull(ValidAsset.of(input, ANYWHERE).limits())))
            .keySet());
  }

  private static String sound(String type) {
    return switch (type) {
      case "solar", "wind" -> "{\"installedCapacityMw\":120,\"availableCapacityMw\":110.5}";
      case "thermal" -> THERMAL;
      case "nuclear" ->
          "{\"minimumStableMw\":60,\"rampUpMwPerMinute\":1,\"rampDownMwPerMinute\":1,"
              + "\"variableCostPerMwh\":900}";
      case "hydro" -> HYDRO;
      case "battery" -> BATTERY;
      default -> "{\"minimumLoadMw\":20,\"sheddableShare\":0.15,\"contractDemandMw\":120}";
    };
  }

  private static List<String> faults(String type, String limits) {
    return faults(input(type, JsonText.object(limits)));
  }

  private static List<String> faults(AssetInput input) {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> ValidAsset.of(input, ANYWHERE));
    return refused.faults().stream().map(fault -> fault.field() + " " + fault.code()).toList();
  }

  private static AssetInput input(String type, JsonObject limits) {
    boolean injects = !type.equals("load");
    boolean draws = Arrays.asList("load", "battery").contains(type);
    return input(type, injects ? "100" : "0", draws ? "100" : "0", limits);
  }

  private static AssetInput input(
      String type, String injection, String withdrawal, JsonObject limits) {
    return new AssetInput(
        null, "x", type, "sim-dam", "W2", mw(injection), mw(withdrawal), limits, null);
  }

  private static BigDecimal mw(String number) {
    return new BigDecimal(number);
  }
}
