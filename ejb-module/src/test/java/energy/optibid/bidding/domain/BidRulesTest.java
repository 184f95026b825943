package energy.optibid.bidding.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidDraft.Block;
import energy.optibid.bidding.BidDraft.Point;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.domain.BidTerms.AssetTerms;
import energy.optibid.bidding.domain.BidTerms.AuctionTerms;
import energy.optibid.engine.rules.CurveKind;
import energy.optibid.engine.rules.OrderType;
import energy.optibid.engine.rules.SellerTechnology;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BidRulesTest {
  private static final UUID AUCTION = new UUID(1, 1);
  private static final UUID ASSET = new UUID(1, 2);

  /** A valid bid that may be spoiled before it is validated. */
  private static final class Sheet {
    CurveKind curve = CurveKind.STEP;
    @Nullable UUID auction = AUCTION;
    @Nullable UUID asset = ASSET;
    @Nullable String area = "NORD";
    @Nullable BidSide side = BidSide.SELL;
    boolean open = true;
    EnumSet<SellerTechnology> sellers = EnumSet.allOf(SellerTechnology.class);
    @Nullable SellerTechnology technology = null;
    @Nullable String next = null;
    boolean carryOver = false;
    final List<@Nullable Integer> numbers = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8));
    final List<List<Point>> curves = new ArrayList<>();

    Sheet() {
      numbers.forEach(n -> curves.add(new ArrayList<>(List.of(p("10", "5"), p("20.5", "7.5")))));
    }

    BidDraft draft() {
      List<Block> blocks = new ArrayList<>();
      for (int i = 0; i < numbers.size(); i++) {
        blocks.add(new Block(numbers.get(i), curves.get(i)));
      }
      return new BidDraft(auction, asset, area, side, null, blocks, carryOver, List.of());
    }

    List<BidFault> faults() {
      AuctionTerms auctionTerms =
          new AuctionTerms(
              AUCTION,
              open,
              open ? "open" : "closed",
              1,
              24,
              Set.of("NORD", "SUD"),
              new BigDecimal("-500"),
              new BigDecimal("4000"),
              new BigDecimal("0.01"),
              new BigDecimal("0.001"),
              12,
              curve,
              "EUR",
              sellers,
              Set.of(OrderType.STEP),
              next);
      AssetTerms assetTerms =
          new AssetTerms(
              ASSET,
              "Plant",
              "NORD",
              BigDecimal.valueOf(500),
              BigDecimal.valueOf(50),
              Map.of(),
              technology);
      return BidRules.validate(
          draft(),
          new BidTerms(
              AUCTION.equals(auction) ? auctionTerms : null,
              ASSET.equals(asset) ? assetTerms : null));
    }
  }

  private static Point p(@Nullable String price, @Nullable String quantity) {
    return new Point(
        price == null ? null : new BigDecimal(price),
        quantity == null ? null : new BigDecimal(quantity));
  }

  /** A way to spoil a sheet, and the address and code of the fault it must give. */
  private record Spoil(String address, String code, Consumer<Sheet> by) {
    String key() {
      return address + " " + code;
    }
  }

  private static Spoil spoil(String address, String code, Consumer<Sheet> by) {
    return new Spoil(address, code, by);
  }

  /** Each touches another place, so that any of them may be combined. */
  private static final List<Spoil> SPOILS =
      List.of(
          spoil(
              "/blocks/0/points/1/price", "tick", s -> s.curves.get(0).set(1, p("20.505", "7.5"))),
          spoil(
              "/blocks/1/points/1/quantity", "lot", s -> s.curves.get(1).set(1, p("20", "7.0005"))),
          spoil(
              "/blocks/2/points/1/price",
              "price_limit",
              s -> s.curves.get(2).set(1, p("4000.01", "7"))),
          spoil("/blocks/3/points/1/price", "monotone", s -> s.curves.get(3).set(1, p("10", "7"))),
          spoil(
              "/blocks/4/points/1/quantity", "monotone", s -> s.curves.get(4).set(1, p("11", "5"))),
          spoil(
              "/blocks/5/points/1/quantity",
              "capability",
              s -> s.curves.get(5).set(1, p("11", "500.001"))),
          spoil("/blocks/6/points/1/price", "required", s -> s.curves.get(6).set(1, p(null, "7"))),
          spoil(
              "/blocks/7/points/0/quantity",
              "negative_quantity",
              s -> s.curves.get(7).set(0, p("10", "-5"))),
          spoil("/blocks/0/block", "unknown_block", s -> s.numbers.set(0, 25)),
          spoil("/blocks/3/block", "duplicate_block", s -> s.numbers.set(3, 3)),
          spoil("/blocks/4/block", "required", s -> s.numbers.set(4, null)),
          spoil(
              "/blocks/8/points",
              "too_many_points",
              s -> {
                s.numbers.add(20);
                s.curves.add(
                    IntStream.rangeClosed(1, 13).mapToObj(i -> p("" + i, "" + i)).toList());
              }),
          spoil("/auctionId", "gate_closed", s -> s.open = false),
          spoil("/areaCode", "area", s -> s.area = "SUD"));

  @Test
  void aGoodBidHasNoFault() {
    assertEquals(List.of(), new Sheet().faults());
  }

  @TestFactory
  List<DynamicTest> eachFaultAloneIsFoundAtItsAddress() {
    return SPOILS.stream()
        .map(
            spoil ->
                DynamicTest.dynamicTest(
                    spoil.key(),
                    () -> {
                      Sheet sheet = new Sheet();
                      spoil.by().accept(sheet);
                      assertEquals(Set.of(spoil.key()), keys(sheet.faults()));
                    }))
        .toList();
  }

  @Property(tries = 300)
  void anyFaultsTogetherAreAllFound(@ForAll Set<SpoilIndex> chosen) {
    Sheet sheet = new Sheet();
    Set<String> expected = new TreeSet<>();
    // the appended block goes last, so that the other addresses stay as they are
    chosen.stream()
        .sorted()
        .forEach(
            index -> {
              Spoil spoil = SPOILS.get(index.ordinal());
              spoil.by().accept(sheet);
              expected.add(spoil.key());
            });
    assertEquals(expected, keys(sheet.faults()));
  }

  /** Fourteen names for jqwik to choose from. */
  enum SpoilIndex {
    A,
    B,
    C,
    D,
    E,
    F,
    G,
    H,
    I,
    J,
    K,
    L,
    M,
    N
  }

  @Test
  void everySpoilHasAName() {
    assertEquals(SPOILS.size(), SpoilIndex.values().length);
  }

  @Test
  void faultsInBlocksNameBlockAndPoint() {
    Sheet sheet = new Sheet();
    sheet.curves.get(2).set(1, p("4000.01", "7"));
    BidFault fault = sheet.faults().get(0);
    assertEquals(3, fault.block());
    assertEquals(1, fault.point());
    assertEquals("The price must lie between -500 and 4000 EUR/MWh.", fault.message());
  }

  @Test
  void anEmptyBidIsToldEverythingItLacks() {
    BidDraft nothing = new BidDraft(null, null, null, null, null, List.of());
    assertEquals(
        Set.of(
            "/auctionId required",
            "/assetId required",
            "/areaCode required",
            "/side required",
            "/blocks required"),
        keys(BidRules.validate(nothing, new BidTerms(null, null))));
    assertThrows(IllegalArgumentException.class, () -> BidRules.content(nothing));
  }

  @Test
  void whatIsNotThereIsNamed() {
    Sheet sheet = new Sheet();
    sheet.auction = new UUID(9, 9);
    sheet.asset = new UUID(9, 8);
    assertEquals(
        Set.of("/auctionId unknown_auction", "/assetId unknown_asset"), keys(sheet.faults()));
  }

  @Test
  void aBuyFallsInPriceAndIsLimitedByWithdrawal() {
    Sheet sheet = new Sheet();
    sheet.side = BidSide.BUY;
    for (List<Point> curve : sheet.curves) {
      curve.set(0, p("20.5", "5"));
      curve.set(1, p("10", "50"));
    }
    assertEquals(List.of(), sheet.faults());
    sheet.curves.get(0).set(1, p("20.5", "50.001"));
    assertEquals(
        Set.of("/blocks/0/points/1/price monotone", "/blocks/0/points/1/quantity capability"),
        keys(sheet.faults()));
  }

  @Test
  void aLinearCurveMayBeginAtNothingAndStayLevel() {
    Sheet sheet = new Sheet();
    List<Point> points = sheet.curves.get(0);
    points.clear();
    points.addAll(List.of(p("10", "0"), p("20", "30"), p("30", "30"), p("40", "50")));
    assertEquals(
        Set.of("/blocks/0/points/0/quantity required", "/blocks/0/points/2/quantity monotone"),
        keys(sheet.faults()));

    sheet.curve = CurveKind.LINEAR;
    assertEquals(List.of(), sheet.faults());
    points.set(2, p("30", "29.999"));
    assertEquals(Set.of("/blocks/0/points/2/quantity monotone"), keys(sheet.faults()));
  }

  /** MARKET-RULES §1: HP-DAM takes sales of imported gas, imported coal and storage alone. */
  @Test
  void onlyEligibleAssetsSellWhereAMarketNamesThem() {
    Sheet sheet = new Sheet();
    sheet.sellers = EnumSet.of(SellerTechnology.IMPORTED_COAL, SellerTechnology.BATTERY_STORAGE);
    assertEquals(Set.of("/assetId not_eligible"), keys(sheet.faults()));
    assertTrue(
        sheet.faults().get(0).message().contains("imported coal, battery storage"),
        sheet.faults().get(0).message());
    sheet.technology = SellerTechnology.WIND;
    assertEquals(Set.of("/assetId not_eligible"), keys(sheet.faults()));
    sheet.technology = SellerTechnology.IMPORTED_COAL;
    assertEquals(Set.of(), keys(sheet.faults()));
    sheet.technology = null;
    sheet.side = BidSide.BUY;
    assertFalse(keys(sheet.faults()).contains("/assetId not_eligible"), "everybody may buy");
  }

  @Test
  void volumeGoesOnOnlyWhereAnAuctionTakesIt() {
    Sheet sheet = new Sheet();
    sheet.carryOver = true;
    assertEquals(Set.of("/carryOver no_next_auction"), keys(sheet.faults()));
    sheet.next = "sim-dam";
    assertEquals(Set.of(), keys(sheet.faults()));
    assertTrue(BidRules.content(sheet.draft()).carryOver());
  }

  @Test
  void otherBidsOfTheAssetCountAgainstItsCapability() {
    Sheet sheet = new Sheet();
    AuctionTerms auction =
        new AuctionTerms(
            AUCTION,
            true,
            "open",
            1,
            24,
            Set.of("NORD"),
            BigDecimal.ZERO,
            BigDecimal.TEN.pow(3),
            new BigDecimal("0.01"),
            new BigDecimal("0.001"),
            12,
            CurveKind.STEP,
            "EUR",
            EnumSet.allOf(SellerTechnology.class),
            Set.of(OrderType.STEP),
            null);
    AssetTerms asset =
        new AssetTerms(
            ASSET,
            "Plant",
            "NORD",
            BigDecimal.valueOf(500),
            BigDecimal.ZERO,
            Map.of(2, BigDecimal.valueOf(493)),
            null);
    List<BidFault> faults = BidRules.validate(sheet.draft(), new BidTerms(auction, asset));
    assertEquals(Set.of("/blocks/1/points/1/quantity capability"), keys(faults));
    assertTrue(faults.get(0).message().contains("493 MW"), faults.get(0).message());
  }

  private static Set<String> keys(List<BidFault> faults) {
    Set<String> keys = new TreeSet<>();
    faults.forEach(fault -> keys.add(fault.field() + " " + fault.code()));
    return keys;
  }
}
