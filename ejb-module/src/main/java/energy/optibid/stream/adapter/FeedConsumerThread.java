package energy.optibid.stream.adapter;

import energy.optibid.market.MarketFeed;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Reads the market feed for as long as the application is deployed and Kafka is switched on. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class FeedConsumerThread {

  @Resource private ManagedThreadFactory threads;
  @Inject private KafkaService kafka;
  @Inject private KafkaSettings settings;
  @Inject private MarketFeed feed;
  @Inject private StreamFigures figures;
  private @Nullable FeedConsumer consumer;

  @PostConstruct
  void start() {
    if (!settings.isOn()) {
      return;
    }
    FeedConsumer started = new FeedConsumer(kafka, settings, feed, figures, threads);
    consumer = started;
    Thread thread = threads.newThread(started);
    thread.setName("optibid-market-feed");
    thread.start();
  }

  @PreDestroy
  void stop() {
    FeedConsumer running = consumer;
    if (running != null) {
      running.stop();
    }
  }
}
