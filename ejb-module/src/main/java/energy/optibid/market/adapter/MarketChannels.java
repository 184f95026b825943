package energy.optibid.market.adapter;

import energy.optibid.identity.Permissions;
import energy.optibid.market.AreaPrices;
import energy.optibid.market.Auction;
import energy.optibid.market.Auctions;
import energy.optibid.market.BidAreas;
import energy.optibid.market.Markets;
import energy.optibid.market.PriceTick;
import energy.optibid.market.PriceTicks;
import energy.optibid.market.Prices;
import energy.optibid.outbox.EventLog;
import energy.optibid.outbox.LoggedEvent;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ChannelSource;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Sql;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The channels {@code auctions.{market}}, the organisation's latest auctions with their states,
 * {@code market.prices.{market}.{area}}, the prices of the run published last, and {@code
 * market.alerts}, the latest prices at a limit.
 */
@ApplicationScoped
@Typed(ChannelSource.class)
public class MarketChannels implements ChannelSource {
  private static final Pattern AUCTIONS = Pattern.compile("auctions\\.([a-z0-9-]+)");
  private static final Pattern PRICES =
      Pattern.compile("market\\.prices\\.([a-z0-9-]+)\\.([A-Za-z0-9]+)");
  private static final int LATEST = 100;
  private static final int LATEST_ALERTS = 20;

  private final Markets markets;
  private final BidAreas areas;
  private final Auctions auctions;
  private final Prices prices;
  private final PriceTicks ticks;
  private final EventLog log;
  private final Transactions transactions;
  private final TenantConnections connections;

  @Inject
  public MarketChannels(
      Markets markets,
      BidAreas areas,
      Auctions auctions,
      Prices prices,
      PriceTicks ticks,
      EventLog log,
      Transactions transactions,
      TenantConnections connections) {
    this.markets = markets;
    this.areas = areas;
    this.auctions = auctions;
    this.prices = prices;
    this.ticks = ticks;
    this.log = log;
    this.transactions = transactions;
    this.connections = connections;
  }

  @Override
  public boolean owns(String channel) {
    return channel.equals(MarketWatch.CHANNEL)
        || AUCTIONS.matcher(channel).matches()
        || PRICES.matcher(channel).matches();
  }

  @Override
  public boolean mayRead(Caller caller, String channel) {
    if (!caller.may(Permissions.MARKET_READ)) {
      return false;
    }
    if (channel.equals(MarketWatch.CHANNEL)) {
      return true;
    }
    Matcher ofAuctions = AUCTIONS.matcher(channel);
    if (ofAuctions.matches()) {
      return markets.find(ofAuctions.group(1)).isPresent();
    }
    Matcher ofPrices = PRICES.matcher(channel);
    return ofPrices.matches() && areas.find(ofPrices.group(1), ofPrices.group(2)).isPresent();
  }

  @Override
  public Snapshot snapshot(Caller caller, String channel) {
    long sequence = log.latest(caller.organization(), channel);
    if (channel.equals(MarketWatch.CHANNEL)) {
      return new Snapshot(sequence, alerts(caller.organization(), sequence));
    }
    Matcher ofPrices = PRICES.matcher(channel);
    JsonObject state =
        ofPrices.matches()
            ? withTicks(channel, prices(ofPrices.group(1), ofPrices.group(2)))
            : auctions(channel.substring("auctions.".length()));
    return new Snapshot(sequence, state);
  }

  /** The organisation's latest alerts and those of the whole platform, newest first. */
  private JsonObject alerts(OrganizationId organization, long sequence) {
    long shared = log.latest(null, MarketWatch.CHANNEL);
    JsonArrayBuilder latest = Json.createArrayBuilder();
    Stream.concat(latest(organization, sequence), latest(null, shared))
        .sorted(Comparator.comparing(LoggedEvent::at).reversed())
        .limit(LATEST_ALERTS)
        .forEach(
            event ->
                latest.add(
                    Json.createObjectBuilder(event.payload()).add("at", event.at().toString())));
    return Json.createObjectBuilder().add("alerts", latest).build();
  }

  private Stream<LoggedEvent> latest(@Nullable OrganizationId organization, long sequence) {
    return log
        .after(
            organization, MarketWatch.CHANNEL, Math.max(0, sequence - LATEST_ALERTS), LATEST_ALERTS)
        .stream();
  }

  private JsonObject auctions(String market) {
    JsonArrayBuilder states = Json.createArrayBuilder();
    for (Auction auction : auctions.list(null, market, null, null, null, LATEST).items()) {
      states.add(AuctionEvents.state(auction));
    }
    return Json.createObjectBuilder().add("auctions", states).build();
  }

  /** Empty before the first run. */
  private JsonObject prices(String market, String area) {
    return transactions.call(
        () -> {
          Optional<UUID> latest = latestCleared(market);
          if (latest.isEmpty()) {
            return JsonObject.EMPTY_JSON_OBJECT;
          }
          Auction auction = auctions.require(latest.get());
          Optional<AreaPrices> found =
              prices.cleared(auction.id()).stream()
                  .filter(ofArea -> ofArea.area().equals(area))
                  .findFirst();
          return found
              .map(ofArea -> AuctionEvents.prices(auction, ofArea))
              .orElse(JsonObject.EMPTY_JSON_OBJECT);
        });
  }

  /** What a feed told last, where there is a feed. */
  private JsonObject withTicks(String channel, JsonObject prices) {
    List<PriceTick.Numbered> newest = ticks.newest(channel);
    if (newest.isEmpty()) {
      return prices;
    }
    JsonArrayBuilder blocks = Json.createArrayBuilder();
    long number = 0;
    for (PriceTick.Numbered numbered : newest) {
      number = Math.max(number, numbered.number());
      blocks.add(
          Json.createObjectBuilder()
              .add("startsAt", numbered.tick().startsAt().toString())
              .add("price", numbered.tick().price())
              .add("at", numbered.tick().at().toString()));
    }
    return Json.createObjectBuilder(prices)
        .add(
            "ticks",
            Json.createObjectBuilder()
                .add("epoch", ticks.epoch().toString())
                .add("number", number)
                .add("blocks", blocks))
        .build();
  }

  /** Ids of runs rise with time. */
  private Optional<UUID> latestCleared(String market) {
    return connections.withConnection(
        connection ->
            Sql.first(
                connection,
                "select id from auction where market_code = ? and latest_run_id is not null"
                    + " order by latest_run_id desc limit 1",
                row -> row.getObject(1, UUID.class),
                market));
  }
}
