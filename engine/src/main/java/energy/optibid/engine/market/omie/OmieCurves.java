package energy.optibid.engine.market.omie;

import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.market.ClearingParameters;
import energy.optibid.engine.market.omie.OmieOffer.Stage;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.rules.RulePack;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The offers of one curve file, by hour and country. Either stage of an hour is a problem of the
 * clearing on its own; the stages are never mixed, since what was matched stands among what was
 * offered too.
 *
 * <p>The marginal price of an hour is the price of the dearest matched sale: the lower end of the
 * interval in which all that was matched agrees to be. Clearing the matched curve gives it back.
 * Clearing the offered curve gives the price the simple offers alone would have had, below the
 * published one whenever complex sales took their offers back.
 */
public final class OmieCurves {
  private final RulePack pack;
  private final LocalDate day;
  private final List<OmieOffer> offers;

  /**
   * @param pack rules of {@code omie-md}
   * @param day delivery day in Madrid
   */
  public OmieCurves(RulePack pack, LocalDate day, List<OmieOffer> offers) {
    this.pack = pack;
    this.day = day;
    this.offers = List.copyOf(offers);
  }

  /** Delivery day in Madrid. */
  public LocalDate day() {
    return day;
  }

  /** Every offer, in the order of the file. */
  public List<OmieOffer> offers() {
    return offers;
  }

  /** The periods the file has offers of. */
  public List<Integer> periods() {
    return List.copyOf(new TreeSet<>(offers.stream().map(OmieOffer::period).toList()));
  }

  /**
   * One stage of one period. Each country in the file is a zone; nothing links them, for the file
   * says nothing of the limits between them.
   *
   * @throws IndexOutOfBoundsException if the day has no such period
   */
  public ClearingProblem problem(int period, Stage stage) {
    AuctionRules rules = pack.auction(day);
    List<OmieOffer> ofPeriod =
        offers.stream().filter(o -> o.period() == period && o.stage() == stage).toList();
    List<String> zones =
        List.copyOf(new TreeSet<>(ofPeriod.stream().map(OmieOffer::country).toList()));
    return new ClearingProblem(
        rules.day().block(period),
        zones,
        zones.stream()
            .flatMap(
                zone -> Stream.of(Side.BUY, Side.SELL).map(side -> order(ofPeriod, zone, side)))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        ClearingParameters.of(rules));
  }

  private static Order order(List<OmieOffer> offers, String zone, Side side) {
    return new Order(
        zone + " " + side.name().toLowerCase(Locale.ROOT),
        zone,
        side,
        offers.stream()
            .filter(offer -> offer.country().equals(zone) && offer.side() == side)
            .map(offer -> new Step(offer.price(), offer.power()))
            .toList());
  }
}
