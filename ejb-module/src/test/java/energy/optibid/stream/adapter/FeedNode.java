package energy.optibid.stream.adapter;

import energy.optibid.market.PriceTicks;
import energy.optibid.market.adapter.NodePriceTicks;
import energy.optibid.market.adapter.StoredMarketFeed;
import energy.optibid.market.adapter.StoredMarkets;
import energy.optibid.rules.Rules;
import energy.optibid.rules.adapter.ClassPathRulePacks;
import energy.optibid.shared.SystemConnections;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import java.time.Clock;
import java.util.List;

/** A node's reader of the feed with all behind it, on plain JDBC. */
final class FeedNode implements AutoCloseable {
  private final StreamFigures figures = new StreamFigures();
  private final PriceTicks ticks;
  private final FeedConsumer consumer;
  private final Thread thread;

  FeedNode(KafkaSettings settings, PostgresServer server) {
    this(settings, server, server.systemConnections());
  }

  FeedNode(KafkaSettings settings, PostgresServer server, SystemConnections connections) {
    LocalTransactions transactions = server.transactions();
    StoredMarkets markets = new StoredMarkets(transactions, transactions);
    Rules rules = new ClassPathRulePacks().rules();
    Clock clock = Clock.systemUTC();
    ticks = new NodePriceTicks(markets, markets, rules, clock, List.of());
    consumer =
        new FeedConsumer(
            TestBroker.service(settings, figures),
            settings,
            new StoredMarketFeed(markets, markets, rules, clock, connections, ticks),
            figures,
            Thread::new);
    thread = new Thread(consumer, "feed-node");
  }

  FeedNode start() {
    thread.start();
    return this;
  }

  PriceTicks ticks() {
    return ticks;
  }

  long figure(String name) {
    return figures.all().getOrDefault(name, 0L);
  }

  @Override
  public void close() {
    consumer.stop();
    try {
      thread.join(TestBroker.PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
