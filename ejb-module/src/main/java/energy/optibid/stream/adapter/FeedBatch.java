package energy.optibid.stream.adapter;

import energy.optibid.market.MarketFeed;
import energy.optibid.market.MarketFeed.FedPrice;
import energy.optibid.market.MarketFeed.Judged;
import energy.optibid.shared.DatabaseException;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemException;
import energy.optibid.stream.domain.FeedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * A batch of the feed on its way into the database. A message that cannot be read or is not sound
 * is refused by itself. When the database refuses the content of the batch, its prices are tried
 * one by one, and those it goes on refusing are refused too.
 */
final class FeedBatch {
  private final ConsumerRecords<byte[], byte[]> records;
  private final MarketFeed feed;
  private final int attempts;
  private final MarketFeed.Batch sound;
  private final Map<ConsumerRecord<byte[], byte[]>, String> refused = new LinkedHashMap<>();

  /**
   * Reads and judges the messages.
   *
   * @param attempts at a price the database refuses, at least one
   */
  FeedBatch(ConsumerRecords<byte[], byte[]> records, MarketFeed feed, int attempts) {
    this.records = records;
    this.feed = feed;
    this.attempts = attempts;
    FeedMessage reader = new FeedMessage();
    List<FedPrice> prices = new ArrayList<>(records.count());
    List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> message : records) {
      try {
        prices.add(reader.read(message.value(), Instant.ofEpochMilli(message.timestamp())));
        read.add(message);
      } catch (ProblemException e) {
        refused.put(message, reason(e));
      }
    }
    Judged judged = feed.judge(prices);
    judged.refused().forEach((place, problem) -> refused.put(read.get(place), reason(problem)));
    sound = judged.sound();
  }

  ConsumerRecords<byte[], byte[]> records() {
    return records;
  }

  /** Why, by message. */
  Map<ConsumerRecord<byte[], byte[]>, String> refused() {
    return refused;
  }

  /**
   * Stores what can be stored.
   *
   * @return how many blocks have a new price
   * @throws DatabaseException when the database is not there, which is no message's fault
   * @throws IllegalStateException when the application is not there any more
   */
  int store() {
    try {
      return sound.store();
    } catch (RuntimeException e) {
      if (!isOfContent(e)) {
        throw e;
      }
      return storeOneByOne();
    }
  }

  private int storeOneByOne() {
    int stored = 0;
    for (ConsumerRecord<byte[], byte[]> message : records) {
      if (!refused.containsKey(message)) {
        FedPrice price =
            new FeedMessage().read(message.value(), Instant.ofEpochMilli(message.timestamp()));
        stored += storeOne(message, feed.judge(List.of(price)).sound());
      }
    }
    return stored;
  }

  private int storeOne(ConsumerRecord<byte[], byte[]> message, MarketFeed.Batch price) {
    String reason = "";
    for (int attempt = 0; attempt < attempts; attempt++) {
      try {
        return price.store();
      } catch (RuntimeException e) {
        if (!isOfContent(e)) {
          throw e;
        }
        reason = "refused by the database: " + e.getMessage();
      }
    }
    refused.put(message, reason);
    return 0;
  }

  /**
   * A value the database cannot hold, or a fault of ours; not its being away, or our shutting down.
   */
  private static boolean isOfContent(RuntimeException e) {
    if (e instanceof DatabaseException refusal) {
      String state = refusal.sqlState();
      return state.startsWith("22") || state.startsWith("23");
    }
    return !(e instanceof IllegalStateException);
  }

  private static String reason(ProblemException problem) {
    return problem.faults().stream().map(FeedBatch::sentence).collect(Collectors.joining(" "));
  }

  private static String sentence(Fault fault) {
    return (fault.field() + " " + fault.code() + ": " + fault.message()).strip();
  }
}
