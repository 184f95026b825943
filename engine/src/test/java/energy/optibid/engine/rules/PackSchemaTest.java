package energy.optibid.engine.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole packs that must be refused, and why; the sound one below is their common ground. */
class PackSchemaTest {
  private static final String HEADER =
      "market,parameter,value,unit,effective_from,effective_to,source,confidence\n";
  private static final String SOUND =
      """
      m,auction_design,double_sided,,2025-01-01,,s,source
      m,time_zone,Europe/Rome,,2025-01-01,,s,source
      m,currency,EUR,,2025-01-01,,s,source
      m,market_time_unit,60,min,2025-01-01,,s,source
      m,price_floor,0,EUR/MWh,2025-01-01,,s,source
      m,price_cap,3000,EUR/MWh,2025-01-01,2025-06-30,s,source
      m,price_cap,4000,EUR/MWh,2025-07-01,,s,source
      m,price_tick,0.01,EUR/MWh,2025-01-01,,s,source
      m,quantity_lot,0.1,MW,2025-01-01,,s,source
      m,max_curve_points,10,points,2025-01-01,,s,source
      m,curve_kind,step,,2025-01-01,,s,source
      m,order_types,step block,,2025-01-01,,s,source
      m,partial_block_at_the_money,no,,2025-01-01,,s,source
      m,tie_rule,pro_rata,,2025-01-01,,s,source
      m,price_interval_rule,midpoint,,2025-01-01,,s,source
      m,gate_opening,D-1 08:00,local,2025-01-01,,s,source
      m,gate_closure,D-1 12:00,local,2025-01-01,,s,source
      m,zones,A B,,2025-01-01,,s,source
      """;

  private static RulePack read(String rows) {
    byte[] file = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
    return RulePack.read("m.csv", new ByteArrayInputStream(file));
  }

  private static List<String> faults(String rows) {
    return assertThrows(RulePackException.class, () -> read(rows)).faults().stream()
        .map(fault -> fault.line() + " " + fault.column() + ": " + fault.reason())
        .toList();
  }

  private static String with(String row, String instead) {
    if (!SOUND.contains(row)) {
      throw new IllegalArgumentException("the sound pack has no row " + row);
    }
    return SOUND.replace(row, instead);
  }

  @Test
  void theSoundPackIsTaken() {
    assertEquals(18, read(SOUND).rules().size());
  }

  @Test
  void everyFaultOfARowIsNamedWithItsLineAndField() {
    List<String> places =
        faults(
                SOUND
                    + """
                    m,price_flor,0,,2025-01-01,,s,source
                    m,exchange_fee,high,EUR/MWh,2025-01-01,,s,source
                    m,exchange_fee,1,EUR/MWh,1 May,,s,source
                    m,exchange_fee,1,EUR/MWh,2025-01-02,2025-01-01,s,source
                    m,exchange_fee,1,EUR/MWh,2025-01-01,,,source
                    m,exchange_fee,1,EUR/MWh,2025-01-01,,s,certain
                    m,exchange_fee,1,EUR/MWh,2025-01-01,,s
                    n,exchange_fee,1,EUR/MWh,2025-01-01,,s,source
                    m,exchange_fee,1,INR,2025-01-01,,s,source
                    m,holidays,2025-12-25 noon,,2025-01-01,,s,source
                    m,gate_opening.hourly,D-1 08:00,local,2025-01-01,,s,source
                    """)
            .stream()
            .map(fault -> fault.substring(0, fault.indexOf(':')))
            .toList();
    assertEquals(
        List.of(
            "20 parameter",
            "21 value",
            "22 effective_from",
            "23 effective_to",
            "24 source",
            "25 confidence",
            "26 ",
            "27 market",
            "28 unit",
            "29 value",
            "30 parameter"),
        places);
  }

  @Test
  void overlappingPeriodsAreRefused() {
    assertEquals(
        List.of("8 effective_from: price_cap overlaps the period of line 7"),
        faults(with("2025-07-01,,s", "2025-06-30,,s")));
  }

  @Test
  void aGapBetweenPeriodsIsRefused() {
    assertEquals(
        List.of("8 effective_from: price_cap has no value from 2025-07-01 to 2025-07-02"),
        faults(with("2025-07-01,,s", "2025-07-03,,s")));
  }

  @Test
  void aParameterThatIsMissingComesLateOrEndsIsNamed() {
    String rows =
        SOUND
            .replace("m,zones,A B,,2025-01-01,,s,source\n", "")
            .replace("m,tie_rule,pro_rata,,2025-01-01,", "m,tie_rule,pro_rata,,2025-02-01,")
            .replace("4000,EUR/MWh,2025-07-01,,", "4000,EUR/MWh,2025-07-01,2025-12-31,");
    assertEquals(
        List.of(
            "1 parameter: zones is missing; a double_sided market needs it from 2025-01-01",
            "8 effective_to: price_cap ends on 2025-12-31 for good",
            "15 effective_from: tie_rule begins late: it is needed from 2025-01-01"),
        faults(rows));
  }

  @Test
  void aBadlyWrittenParameterIsNotCalledMissingToo() {
    assertEquals(
        List.of("10 value: 'little' is no valid quantity_lot"),
        faults(with("quantity_lot,0.1", "quantity_lot,little")));
  }

  @Test
  void aPackWithoutADesignIsRefused() {
    assertEquals(
        List.of("1 parameter: auction_design is missing; a pack needs it from 2025-01-01"),
        faults(with("m,auction_design,double_sided,,2025-01-01,,s,source\n", "")));
  }

  @Test
  void valuesThatDoNotFitEachOtherAreRefused() {
    assertEquals(
        List.of(
            "6 value: the price floor 3500 is not below the cap 3000 on 2025-01-01",
            "7 value: the price floor 3500 is not below the cap 3000 on 2025-01-01",
            "12 value: order_types of line 13 does not take linear curves"),
        faults(
            SOUND
                .replace("price_floor,0", "price_floor,3500")
                .replace("curve_kind,step", "curve_kind,linear")));
    assertEquals(
        List.of("9 unit: must be EUR/MWh, the market's currency"),
        faults(with("price_tick,0.01,EUR", "price_tick,0.01,INR")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m,order_types,step block,|m,order_types,step blocks,|'step blocks' is no valid order_types",
        "m,order_types,step block,|m,order_types,step step,|'step step' is no valid order_types",
        "m,partial_block_at_the_money,no,|m,partial_block_at_the_money,maybe,"
            + "|'maybe' is no valid partial_block_at_the_money",
      })
  void aWordThatIsNotInTheSchemaIsRefused(String row, String instead, String reason) {
    assertEquals(List.of("%d value: %s".formatted(line(row), reason)), faults(with(row, instead)));
  }

  private static int line(String row) {
    return 2 + (int) SOUND.substring(0, SOUND.indexOf(row)).lines().count();
  }

  @Test
  void aContractParameterMeansNothingInAnAuctionMarket() {
    assertEquals(
        List.of(
            "20 parameter: contracts means nothing in a double_sided market",
            "21 parameter: gate_opening is not kept by contract"),
        faults(
            SOUND
                + """
                m,contracts,daily,,2025-01-01,,s,source
                m,gate_opening.daily,D-9 08:00,local,2025-01-01,,s,source
                """));
  }

  @Test
  void eachContractNeedsItsOwnGates() {
    List<String> faults =
        faults(
            """
            m,auction_design,term_ahead,,2025-01-01,,s,source
            m,time_zone,Asia/Kolkata,,2025-01-01,,s,source
            m,currency,INR,,2025-01-01,,s,source
            m,market_time_unit,15,min,2025-01-01,,s,source
            m,price_floor,0,INR/MWh,2025-01-01,,s,source
            m,price_cap,10000,INR/MWh,2025-01-01,,s,source
            m,price_tick,1,INR/MWh,2025-01-01,,s,source
            m,quantity_lot,0.1,MW,2025-01-01,,s,source
            m,order_types,step,,2025-01-01,,s,source
            m,tie_rule,pro_rata,,2025-01-01,,s,source
            m,zones,A,,2025-01-01,,s,source
            m,contracts,daily weekly,,2025-01-01,,s,source
            m,mechanism.daily,continuous,,2025-01-01,,s,source
            m,gate_opening.daily,D-9 08:00,local,2025-01-01,,s,source
            m,gate_closure.daily,D-2 17:00,local,2025-01-01,,s,source
            m,mechanism.weekly,continuous,,2025-01-01,,s,source
            m,gate_opening,D-9 08:00,local,2025-01-01,,s,source
            """);
    assertEquals(
        List.of(
            "1 parameter: gate_opening.weekly is missing;"
                + " a term_ahead market needs it from 2025-01-01",
            "1 parameter: gate_closure.weekly is missing;"
                + " a term_ahead market needs it from 2025-01-01",
            "18 parameter: gate_opening must name its contract"),
        faults);
  }
}
