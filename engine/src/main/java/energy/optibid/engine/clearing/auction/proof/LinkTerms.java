package energy.optibid.engine.clearing.auction.proof;

import energy.optibid.engine.clearing.BorderNode;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.LinkFlow;
import energy.optibid.engine.clearing.auction.LineLoss;
import energy.optibid.engine.clearing.auction.Ratio;
import java.math.BigInteger;
import java.util.List;

/**
 * One link in one period with what its flow earns at the prices. Money is counted per millionth of
 * a kW, so that losses are exact: price of what arrives less price of what is sent.
 */
final class LinkTerms {
  private static final long WHOLE = Ratio.ONE.millionths();

  final Link link;
  private final LinkFlow flow;
  private final AuctionClaim claim;
  private final int period;
  private final long arriving;

  LinkTerms(AuctionClaim claim, int period, Link link, LinkFlow flow) {
    this.claim = claim;
    this.period = period;
    this.link = link;
    this.flow = flow;
    this.arriving = WHOLE - loss(claim, link.id());
  }

  private static long loss(AuctionClaim claim, String link) {
    return claim.problem.losses().stream()
        .filter(loss -> loss.link().equals(link))
        .map(LineLoss::share)
        .mapToLong(Ratio::millionths)
        .sum();
  }

  LinkFlow stated() {
    return flow;
  }

  /** kW sent; positive from {@code from} to {@code to}. */
  long flow() {
    return flow.flow().kilowatts();
  }

  boolean loses() {
    return arriving < WHOLE;
  }

  /** kW that leave a node over this link, negative where they arrive. */
  long leaving(String node) {
    if (link.from().equals(node)) {
      return flow() >= 0 ? flow() : -arrived();
    }
    if (link.to().equals(node)) {
      return flow() >= 0 ? -arrived() : -flow();
    }
    return 0;
  }

  /** Of what is sent, down to the lot. */
  private long arrived() {
    long lot = claim.lot.kilowatts();
    return BigInteger.valueOf(Math.abs(flow()))
            .multiply(BigInteger.valueOf(arriving))
            .divide(BigInteger.valueOf(WHOLE * lot))
            .longValueExact()
        * lot;
  }

  long forwardLimit() {
    return link.forwardCapacity().kilowatts() / claim.lot.kilowatts() * claim.lot.kilowatts();
  }

  long reverseLimit() {
    return link.reverseCapacity().kilowatts() / claim.lot.kilowatts() * claim.lot.kilowatts();
  }

  long price(String node) {
    List<BorderNode> borders = claim.period(period).borders();
    return borders.stream()
        .filter(border -> border.id().equals(node))
        .findFirst()
        .map(border -> border.price().tenThousandths())
        .orElseGet(() -> claim.price(node, period));
  }

  /** What one kW sent forward earns, in 10⁻¹⁰ per MWh. */
  long forwardGain() {
    return arriving * price(link.to()) - WHOLE * price(link.from());
  }

  long reverseGain() {
    return arriving * price(link.from()) - WHOLE * price(link.to());
  }

  /** One unit of price on a kW. */
  static long priceUnit() {
    return WHOLE;
  }

  /**
   * Whether what it earns is concave in the flow. With losses at negative prices it is not: sending
   * back and forth would pay.
   */
  boolean isConcave() {
    return forwardGain() <= -reverseGain();
  }

  /** What each flow within the capacity earns. */
  ConcaveValue value() {
    BigInteger atFullReverse = timed(reverseGain()).multiply(BigInteger.valueOf(reverseLimit()));
    return new ConcaveValue(
        -reverseLimit(),
        atFullReverse,
        List.of(
            new ConcaveValue.Part(reverseLimit(), timed(-reverseGain())),
            new ConcaveValue.Part(forwardLimit(), timed(forwardGain()))));
  }

  /** What its flow earns. */
  BigInteger earned() {
    long gain = flow() >= 0 ? forwardGain() : reverseGain();
    return timed(gain).multiply(BigInteger.valueOf(Math.abs(flow())));
  }

  /** One unit of price on all its capacity. */
  BigInteger unit() {
    return timed(WHOLE).multiply(BigInteger.valueOf(forwardLimit() + reverseLimit()));
  }

  private BigInteger timed(long gain) {
    return BigInteger.valueOf(gain).multiply(BigInteger.valueOf(claim.seconds(period)));
  }
}
