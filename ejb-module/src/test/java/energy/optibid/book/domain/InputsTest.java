package energy.optibid.book.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.assets.TechnicalLimits;
import energy.optibid.bidding.BidBlockOrder;
import energy.optibid.bidding.BidBlockOrder.BlockQuantity;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidSide;
import energy.optibid.book.Contract;
import energy.optibid.book.ContractInput;
import energy.optibid.book.ContractProfile;
import energy.optibid.book.ContractProfile.Shape;
import energy.optibid.book.Registration;
import energy.optibid.book.RegistrationInput;
import energy.optibid.engine.rules.RequiredRegistration;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is taken as a contract, a profile or a record, and how everything else is refused. */
class InputsTest {
  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final LocalDate TO = LocalDate.of(2027, 3, 31);
  private final SampleDay day = new SampleDay(new Random(1), FROM);
  private final ValidContract.Known known =
      new ValidContract.Known(
          id ->
              id.equals(SampleDay.ASSET)
                  ? Optional.of(
                      day.asset(
                          "100",
                          "0",
                          new TechnicalLimits.Load(
                              BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.TEN)))
                  : Optional.empty(),
          id -> false);

  private static List<String> faults(Executable call) {
    return assertThrows(ProblemException.class, call).faults().stream()
        .map(fault -> fault.field() + " " + fault.code())
        .toList();
  }

  @Test
  void everyGapOfAContractIsNamedAtOnce() {
    ContractInput nothing =
        new ContractInput(null, null, null, null, null, null, null, null, null, null, null);
    assertEquals(
        List.of(
            "/kind required",
            "/reference required",
            "/party required",
            "/assetId required",
            "/side required",
            "/validFrom required",
            "/validTo required",
            "/profile/shape required",
            "/price required",
            "/currency required"),
        faults(() -> ValidContract.of(nothing, known)));
  }

  @Test
  void figuresThatMeanNothingAreNamedWithTheirFields() {
    ContractInput odd =
        new ContractInput(
            Contract.Kind.LONG_TERM,
            "PPA 7",
            "A works",
            SampleDay.ASSET,
            new UUID(7, 7),
            BidSide.SELL,
            TO,
            FROM,
            new ContractProfile.Input(
                Shape.PEAK, SampleDay.mw("100.5005"), "22:00", "18:10", List.of(BigDecimal.ONE)),
            SampleDay.mw("2000.00001"),
            "RUPEE");
    assertEquals(
        List.of(
            "/exchangeId unknown_exchange",
            "/validTo order",
            "/profile/megawatts decimals",
            "/profile/blocks unused",
            "/profile/to time",
            "/price decimals",
            "/currency unknown_currency"),
        faults(() -> ValidContract.of(odd, known)));
  }

  @Test
  void aContractIsHeldAgainstWhatTheAssetCan() {
    assertEquals(
        List.of("/profile capability"),
        faults(() -> ValidContract.of(contract(BidSide.SELL, "100.001"), known)));
    assertEquals(
        List.of("/profile capability"),
        faults(() -> ValidContract.of(contract(BidSide.BUY, "1"), known)));
    assertEquals(
        SampleDay.mw("100"),
        ValidContract.of(contract(BidSide.SELL, "100"), known).profile().megawatts());
  }

  private static ContractInput contract(BidSide side, String megawatts) {
    return new ContractInput(
        Contract.Kind.BILATERAL,
        "B 1",
        "A works",
        SampleDay.ASSET,
        null,
        side,
        FROM,
        TO,
        new ContractProfile.Input(Shape.FLAT, SampleDay.mw(megawatts), null, null, null),
        BigDecimal.TEN,
        "INR");
  }

  @Test
  void aProfileFileIsReadWhole_andItsFaultsAreAddressedByCell() {
    String good =
        "block,megawatts\r\n"
            + IntStream.rangeClosed(1, 96)
                .mapToObj(block -> block + "," + block * 0.5)
                .collect(Collectors.joining("\r\n"));
    List<BigDecimal> powers = ProfileFile.read(good);
    assertEquals(96, powers.size());
    assertEquals(SampleDay.mw("48.0"), powers.get(95));

    String bad =
        good.replace("\n3,1.5", "\n3,much").replace("\n5,2.5", "\n4,-1").replace("\n7,", "\n97,");
    assertEquals(
        List.of(
            "/lines/4/megawatts number",
            "/lines/6/megawatts negative",
            "/lines/6/block duplicate",
            "/lines/8/block unknown_block",
            "/lines required"),
        faults(() -> ProfileFile.read(bad)));
  }

  @Test
  void aRecordNeedsWhatItsKindNeeds() {
    assertEquals(
        List.of("/kind required"), faults(() -> registration(null, null, null, null, List.of())));
    assertEquals(
        List.of(
            "/operatorCode unknown_operator",
            "/clientCode required",
            "/portfolioCode required",
            "/validFrom required"),
        faults(
            () -> registration(RequiredRegistration.CLIENT_CODE, "nobody", null, null, List.of())));
    assertEquals(
        List.of("/assetId required", "/quantumMw required"),
        faults(
            () ->
                registration(
                    RequiredRegistration.STANDING_CLEARANCE, null, FROM, null, List.of())));
    assertEquals(
        List.of("/amount required", "/currency required", "/asOf required"),
        faults(() -> registration(RequiredRegistration.MARGIN, "iex", FROM, null, List.of())));
  }

  @Test
  void twoRecordsOfAKindDoNotHoldOnTheSameDay() {
    Registration there = clearance(FROM, TO);
    assertEquals(
        List.of("/validFrom overlap"), faults(() -> clearanceInput(TO, null, List.of(there))));
    assertEquals(TO.plusDays(1), clearanceInput(TO.plusDays(1), null, List.of(there)).validFrom());
    assertEquals(
        List.of("/validFrom overlap"),
        faults(() -> clearanceInput(FROM.minusDays(9), null, List.of(there))));
  }

  private static ValidRegistration registration(
      @Nullable RequiredRegistration kind,
      @Nullable String operator,
      @Nullable LocalDate from,
      @Nullable OffsetDateTime asOf,
      List<Registration> others) {
    return ValidRegistration.of(
        new RegistrationInput(
            kind, operator, null, null, null, null, null, null, asOf, null, from, null),
        new ValidRegistration.Known(id -> false, "iex"::equals, others));
  }

  private static ValidRegistration clearanceInput(
      LocalDate from, @Nullable LocalDate to, List<Registration> others) {
    return ValidRegistration.of(
        new RegistrationInput(
            RequiredRegistration.STANDING_CLEARANCE,
            null,
            SampleDay.ASSET,
            null,
            null,
            BigDecimal.TEN,
            null,
            null,
            null,
            "NOC 1",
            from,
            to),
        new ValidRegistration.Known(SampleDay.ASSET::equals, code -> false, others));
  }

  static Registration clearance(LocalDate from, LocalDate to) {
    return new Registration(
        new UUID(8, 8),
        RequiredRegistration.STANDING_CLEARANCE,
        null,
        SampleDay.ASSET,
        null,
        null,
        BigDecimal.TEN,
        null,
        null,
        null,
        "",
        from,
        to,
        OffsetDateTime.parse("2026-01-01T00:00:00Z"),
        new UUID(1, 1),
        false,
        1);
  }

  @Test
  void aPurchaseCostsAtMostTheDearestPointOfEachBlock_andASaleNothing() {
    BidBlockOrder block =
        new BidBlockOrder(
            "o",
            List.of(
                new BlockQuantity(1, SampleDay.mw("3")), new BlockQuantity(2, SampleDay.mw("4"))),
            SampleDay.mw("1000"),
            BigDecimal.ONE,
            null,
            null,
            false);
    BidContent buy =
        new SampleDay(new Random(1), FROM)
            .content(BidSide.BUY, List.of(SampleDay.curve(1, "7")), List.of(block));
    // (7 × 10 + 7 × 1000) × a quarter of an hour
    assertEquals(SampleDay.mw("1767.50"), PurchaseValue.of(buy, 15));
    BidContent sell =
        new SampleDay(new Random(1), FROM)
            .content(BidSide.SELL, List.of(SampleDay.curve(1, "7")), List.of(block));
    assertEquals(BigDecimal.ZERO, PurchaseValue.of(sell, 15));
  }

  @Test
  void faultsAreSentences() {
    Fault fault =
        assertThrows(
                ProblemException.class,
                () -> ValidContract.of(contract(BidSide.SELL, "100.001"), known))
            .faults()
            .get(0);
    assertEquals("Plant can sell at most 100 MW; the profile reaches 100.001 MW.", fault.message());
  }
}
