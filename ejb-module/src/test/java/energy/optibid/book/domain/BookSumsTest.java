package energy.optibid.book.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.assets.Asset;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidSide;
import energy.optibid.book.BookDay;
import energy.optibid.book.BookDay.Series;
import energy.optibid.book.BookQuery;
import energy.optibid.book.CommitmentKind;
import energy.optibid.book.ContractProfile;
import energy.optibid.book.ContractProfile.Shape;
import energy.optibid.market.Auction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The position is the sum anybody can do by hand, minute by minute. */
class BookSumsTest {
  private static final LocalDate ORDINARY = LocalDate.of(2025, 4, 2);
  private static final LocalDate SHORT = LocalDate.of(2025, 3, 30);
  private static final LocalDate LONG = LocalDate.of(2025, 10, 26);
  private static final Asset LOAD =
      new SampleDay(new Random(1), ORDINARY)
          .asset(
              "300",
              "200",
              new TechnicalLimits.Load(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.TEN));

  private record Bid(Auction auction, BidContent content) {}

  @Property(tries = 200)
  void positionIsTheSumOfWhatCoversEachMinute(@ForAll Random random) {
    SampleDay day = new SampleDay(random, List.of(ORDINARY, SHORT, LONG).get(random.nextInt(3)));
    List<Bid> bids = new ArrayList<>();
    List<Commitment> commitments = new ArrayList<>();
    int[] lengths = {15, 30, 60};
    for (int i = 0; i < 6; i++) {
      Auction auction = day.auction(i % 3, lengths[i % 3]);
      BidContent content =
          day.chance(random.nextBoolean() ? BidSide.SELL : BidSide.BUY, lengths[i % 3], 5);
      bids.add(new Bid(auction, content));
      commitments.add(day.offered(i, auction, content));
    }
    PowerSeries contract = day.series(6);
    commitments.add(day.firm(CommitmentKind.BILATERAL, null, BidSide.SELL, contract));

    BookDay book = BookSums.of(query(day), day.grid, List.of(LOAD), commitments, List.of());

    for (int index = 0; index < day.grid.size(); index++) {
      BigDecimal sales = contract.at(index);
      BigDecimal purchases = BigDecimal.ZERO;
      for (Bid bid : bids) {
        BigDecimal power = SampleDay.inMinute(bid.content(), bid.auction(), index * 15 + 7);
        if (bid.content().side() == BidSide.SELL) {
          sales = sales.add(power);
        } else {
          purchases = purchases.add(power);
        }
      }
      same(sales, book.sale().committed().powerMw().get(index));
      same(purchases, book.purchase().committed().powerMw().get(index));
      same(new BigDecimal(300).subtract(sales), book.sale().remaining().powerMw().get(index));
      same(sales.divide(BigDecimal.valueOf(4)), book.sale().committed().energyMwh().get(index));
      same(sales, sum(book, BidSide.SELL, index));
      same(purchases, sum(book, BidSide.BUY, index));
    }
  }

  private static BigDecimal sum(BookDay book, BidSide side, int index) {
    return book.series().stream()
        .filter(series -> series.side() == side)
        .map(Series::figures)
        .map(figures -> figures.powerMw().get(index))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BookQuery query(SampleDay day) {
    return new BookQuery(null, null, day.grid.date(), SampleDay.ASSET, null);
  }

  private static void same(BigDecimal expected, BigDecimal actual) {
    assertEquals(0, expected.compareTo(actual), expected + " and " + actual);
  }

  @Test
  void daysOnWhichClocksChangeHaveAsManyQuarterHoursAsTheyLast() {
    assertEquals(92, new BookGrid(SHORT, SampleDay.ROME).size());
    assertEquals(100, new BookGrid(LONG, SampleDay.ROME).size());
  }

  @Test
  void aPeakThatTheClockSkipsMovesNothing_andOneItRepeatsMovesTwice() {
    ContractProfile night =
        new ContractProfile(Shape.PEAK, SampleDay.mw("8"), "02:00", "03:00", List.of());
    assertEquals(0, loaded(night, SHORT));
    assertEquals(4, loaded(night, ORDINARY));
    assertEquals(8, loaded(night, LONG));
  }

  private static long loaded(ContractProfile profile, LocalDate day) {
    return ValidContract.power(profile, new BookGrid(day, SampleDay.ROME)).megawatts().stream()
        .filter(power -> power.compareTo(SampleDay.mw("8")) == 0)
        .count();
  }

  /** The fourth hour of the long day is the second 02:00. */
  @Test
  void anHourOfAnAuctionIsFourQuarterHoursOfTheSameDay() {
    SampleDay day = new SampleDay(new Random(1), LONG);
    Auction hourly = day.auction(1, 60);
    assertEquals(25, hourly.blockCount());
    PowerSeries power =
        day.offered(
                1,
                hourly,
                day.content(BidSide.SELL, List.of(SampleDay.curve(4, "12.5")), List.of()))
            .most();
    for (int index = 0; index < day.grid.size(); index++) {
      boolean inside = index >= 12 && index < 16;
      same(inside ? SampleDay.mw("12.5") : BigDecimal.ZERO, power.at(index));
    }
    assertTrue(day.grid.name(12).startsWith("block 13 (02:00"), day.grid.name(12));
  }
}
