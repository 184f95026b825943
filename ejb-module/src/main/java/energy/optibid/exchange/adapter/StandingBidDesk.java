package energy.optibid.exchange.adapter;

import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidFault;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.Bidding;
import energy.optibid.exchange.StandingBid;
import energy.optibid.exchange.StandingBids;
import energy.optibid.exchange.domain.ExchangeStore;
import energy.optibid.exchange.domain.SimulatedMarket;
import energy.optibid.exchange.domain.StandingBidStore;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionFloor;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Setting and ending standing bids. */
@ApplicationScoped
@Typed(StandingBids.class)
public class StandingBidDesk implements StandingBids {
  private final Transactions transactions;
  private final ExchangeStore exchanges;
  private final StandingBidStore store;
  private final AuctionFloor floor;
  private final Assets assets;
  private final Bidding bidding;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public StandingBidDesk(
      Transactions transactions,
      ExchangeStore exchanges,
      StandingBidStore store,
      AuctionFloor floor,
      Assets assets,
      Bidding bidding,
      AuditTrail audit,
      Clock clock) {
    this.transactions = transactions;
    this.exchanges = exchanges;
    this.store = store;
    this.floor = floor;
    this.assets = assets;
    this.bidding = bidding;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<StandingBid> list(UUID exchangeId) {
    return transactions.call(
        () -> {
          requireExchange(exchangeId);
          return store.of(exchangeId).stream().map(StandingBidStore.Owned::bid).toList();
        });
  }

  @Override
  public StandingBid put(UUID exchangeId, UUID assetId, Input input) {
    return transactions.call(
        () -> {
          requireExchange(exchangeId);
          assets.require(assetId);
          requireAcceptable(exchangeId, assetId, input);
          List<BidPoint> points =
              input.points().stream()
                  .map(point -> new BidPoint(present(point.price()), present(point.quantity())))
                  .toList();
          StandingBid bid =
              new StandingBid(
                  exchangeId,
                  assetId,
                  present(input.areaCode()),
                  present(input.side()),
                  points,
                  OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                      .truncatedTo(ChronoUnit.MICROS),
                  1);
          Optional<StandingBid> before = store.find(exchangeId, assetId);
          store.put(bid, Tenancy.require().userId());
          StandingBid kept = store.find(exchangeId, assetId).orElseThrow();
          record("standing_bid.set", assetId, before, json(kept));
          return kept;
        });
  }

  @Override
  public void delete(UUID exchangeId, UUID assetId) {
    transactions.call(
        () -> {
          requireExchange(exchangeId);
          Optional<StandingBid> before = store.find(exchangeId, assetId);
          if (!store.delete(exchangeId, assetId)) {
            throw ProblemException.notFound("standing bid");
          }
          record("standing_bid.ended", assetId, before, JsonValue.EMPTY_JSON_OBJECT);
          return assetId;
        });
  }

  private void requireExchange(UUID exchangeId) {
    if (exchanges.find(exchangeId).isEmpty()) {
      throw ProblemException.notFound("exchange");
    }
  }

  /** Judged as a bid in the next session would be, but for its gate. */
  private void requireAcceptable(UUID exchangeId, UUID assetId, Input input) {
    Auction session =
        floor
            .nextToOpen(exchangeId, SimulatedMarket.RTM.code())
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.CONFLICT, "This exchange has no session to come."));
    BidSide side = input.side();
    BidDraft draft =
        new BidDraft(
            session.id(),
            assetId,
            input.areaCode(),
            side,
            null,
            IntStream.range(session.firstBlock(), session.firstBlock() + 1)
                .mapToObj(block -> new BidDraft.Block(block, input.points()))
                .toList());
    List<BidFault> faults =
        bidding.validate(draft).stream()
            .filter(fault -> !fault.code().equals("gate_closed"))
            .toList();
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "The standing bid has " + faults.size() + (faults.size() == 1 ? " fault." : " faults."),
          faults.stream().map(BidFault::toFault).toList());
    }
  }

  private void record(String action, UUID assetId, Optional<StandingBid> before, JsonObject after) {
    audit.record(action, "asset", assetId, before.map(StandingBidDesk::json).orElse(null), after);
  }

  private static JsonObject json(StandingBid bid) {
    JsonArrayBuilder points = Json.createArrayBuilder();
    for (BidPoint point : bid.points()) {
      points.add(Json.createArrayBuilder().add(point.price()).add(point.quantity()));
    }
    return Json.createObjectBuilder()
        .add("exchangeId", bid.exchangeId().toString())
        .add("areaCode", bid.areaCode())
        .add("side", bid.side().code())
        .add("points", points)
        .build();
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("validation let a gap pass");
    }
    return value;
  }
}
