package energy.optibid.engine.clearing.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.engine.clearing.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Examples of Bichler et al. 2021, as published with the ASSUME framework: Figure 5 of "Electricity
 * Spot Market Design 2030–2050" and §5.1 of "Pricing in non-convex markets". The identities of real
 * days (IEX, GME, OMIE) are tested where single blocks are cleared.
 */
class AuctionKnownAnswersTest {
  @Test
  void figure5d_blockThatDoesNotFit_isParadoxicallyRejected() {
    Book book =
        Book.hours(1, "DE")
            .buy(1, "dem1", "DE", 300, 10)
            .buy(1, "dem2", "DE", 10, 14)
            .sell(1, "gen5", "DE", 100, 13);
    AuctionResult result =
        book.block(
                book.profile("gen4", "DE", Side.SELL, 40, 1, 12)
                    .curtailableTo(Ratio.of("0.916667")))
            .cleared();
    assertHour(result, 1, 100, 10);
    assertEquals(BlockDecision.PARADOXICALLY_REJECTED, result.block("gen4").decision());
    assertEquals(Book.money(720).amount(), result.block("gen4").surplus().amount().setScale(0));
  }

  @Test
  void example511_twoLoadsOverThreeHours() {
    Book book = Book.hours(3, "DE");
    book.block(book.profile("B1", "DE", Side.BUY, 100, 1, 4, 6, 10))
        .block(book.profile("B2", "DE", Side.BUY, 100, 1, 3, 6, 12));
    for (int hour = 1; hour <= 3; hour++) {
      book.sell(hour, "S1-" + hour, "DE", 5, 15).sell(hour, "S2-" + hour, "DE", 3, 20);
    }
    AuctionResult result = book.cleared();
    assertHour(result, 1, 3, 7);
    assertHour(result, 2, 3, 12);
    assertHour(result, 3, 5, 22);
    assertEquals(BlockDecision.ACCEPTED, result.block("B1").decision());
    assertEquals(BlockDecision.ACCEPTED, result.block("B2").decision());
  }

  /** As in 5.1.1, with a least output of 2 of 15 and of 10 of 20 in each hour. */
  @Test
  void example512_leastOutputs_firstHourCostsMore() {
    Book book = Book.hours(3, "DE");
    book.block(book.profile("B1", "DE", Side.BUY, 100, 1, 4, 6, 11))
        .block(book.profile("B2", "DE", Side.BUY, 100, 1, 3, 6, 12));
    for (int hour = 1; hour <= 3; hour++) {
      book.block(
              book.profile("S1-" + hour, "DE", Side.SELL, 5, hour, 15)
                  .curtailableTo(Ratio.of("0.133334")))
          .block(
              book.profile("S2-" + hour, "DE", Side.SELL, 3, hour, 20)
                  .curtailableTo(Ratio.of("0.5")));
    }
    AuctionResult result = book.cleared();
    assertEquals(
        List.of(Book.euros(5), Book.euros(3), Book.euros(5)),
        result.periods().stream().map(hour -> hour.zone("DE").price()).toList());
    assertEquals(book.power(7), result.block("S1-1").accepted().get(1));
    assertEquals(book.power(12), result.block("S2-2").accepted().get(2));
    assertEquals(book.power(3), result.block("S1-3").accepted().get(3));
    assertEquals(book.power(20), result.block("S2-3").accepted().get(3));
  }

  private static void assertHour(AuctionResult result, int hour, long euros, long megawatts) {
    assertEquals(Book.euros(euros), result.period(hour).zone("DE").price());
    assertEquals(megawatts * 1000, result.period(hour).zone("DE").supply().kilowatts());
  }
}
