package energy.optibid.exchange.adapter;

import energy.optibid.clearing.ExchangeClearing;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.exchange.domain.DayPlan;
import energy.optibid.exchange.domain.ExchangeState;
import energy.optibid.exchange.domain.ExchangeStore;
import energy.optibid.exchange.domain.SimulatedMarket;
import energy.optibid.jobs.JobHandler;
import energy.optibid.jobs.JobRun;
import energy.optibid.jobs.JobStopped;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionFloor;
import energy.optibid.market.PriceMonths;
import energy.optibid.metering.SimulatedMeters;
import energy.optibid.rules.Rules;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Clears the day-ahead auctions of past days, the latest first, one transaction each; a repeated
 * run goes on where the last one ended.
 */
@ApplicationScoped
public class HistoryJob implements JobHandler {
  static final String KIND = "simulate-history";

  private final PlatformTransactions transactions;
  private final ExchangeStore store;
  private final AuctionFloor floor;
  private final PriceMonths priceMonths;
  private final ExchangeClearing clearing;
  private final ExchangeEvents events;
  private final SimulatedMeters meters;
  private final Rules rules;

  @Inject
  public HistoryJob(
      PlatformTransactions transactions,
      ExchangeStore store,
      AuctionFloor floor,
      PriceMonths priceMonths,
      ExchangeClearing clearing,
      ExchangeEvents events,
      SimulatedMeters meters,
      Rules rules) {
    this.transactions = transactions;
    this.store = store;
    this.floor = floor;
    this.priceMonths = priceMonths;
    this.clearing = clearing;
    this.events = events;
    this.meters = meters;
    this.rules = rules;
  }

  static JsonObject input(UUID exchangeId, int days) {
    return Json.createObjectBuilder()
        .add("exchangeId", exchangeId.toString())
        .add("days", days)
        .build();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JsonObject run(JobRun job) {
    UUID exchangeId = UUID.fromString(job.input().getString("exchangeId"));
    ExchangeState exchange =
        transactions.call(() -> begin(exchangeId, job.input().getInt("days"), job.id()));
    int days = exchange.historyDays();
    List<LocalDate> missing = transactions.call(() -> missing(exchange, days));
    priceMonths.prepare(exchange.firstDay().minusDays(days), exchange.firstDay());
    long start = System.nanoTime();
    int cleared = 0;
    for (LocalDate day : missing) {
      job.checkCancelled();
      int soFar = days - missing.size() + ++cleared;
      boolean tell = cleared == missing.size() || cleared % 10 == 0;
      if (!transactions.call(() -> clear(exchange, day, job.id()))
          || !transactions.call(() -> note(exchange, job.id(), soFar, tell))) {
        throw new JobStopped("a later job clears the past now");
      }
      double perSecond = cleared * 1e9 / (System.nanoTime() - start);
      job.progress(
          cleared,
          missing.size(),
          String.format(Locale.ROOT, "%s cleared, %.1f days/s", day, perSecond));
    }
    int readings = readMeters(job, exchange, days);
    return Json.createObjectBuilder()
        .add("exchangeId", exchangeId.toString())
        .add("daysCleared", cleared)
        .add("meterReadings", readings)
        .add("seconds", Math.round((System.nanoTime() - start) / 1e8) / 10.0)
        .build();
  }

  /** Of every day that was asked for: assets may have come after a day was cleared. */
  private int readMeters(JobRun job, ExchangeState exchange, int days) {
    int readings = 0;
    for (int back = 1; back <= days; back++) {
      job.checkCancelled();
      DeliveryDay day = DayPlan.deliveryDay(exchange.firstDay().minusDays(back), rules);
      readings += transactions.call(() -> meters.readPast(exchange.simulation(), day));
    }
    return readings;
  }

  private ExchangeState begin(UUID exchangeId, int days, UUID jobId) {
    // a day that an earlier job is at gets finished first, and is then there
    store.holdHistory(exchangeId);
    ExchangeState exchange =
        store.hold(exchangeId).orElseThrow(() -> ProblemException.notFound("exchange"));
    store.setHistory(exchangeId, Math.max(days, exchange.historyDays()), jobId);
    return store.find(exchangeId).orElseThrow();
  }

  private List<LocalDate> missing(ExchangeState exchange, int days) {
    LocalDate first = exchange.firstDay();
    Set<LocalDate> there =
        new HashSet<>(store.pastDays(exchange.id(), first.minusDays(days), first));
    List<LocalDate> missing = new ArrayList<>();
    for (LocalDate day = first.minusDays(1);
        !day.isBefore(first.minusDays(days));
        day = day.minusDays(1)) {
      if (!there.contains(day) && hasAuction(day)) {
        missing.add(day);
      }
    }
    store.setHistoryCleared(exchange.id(), days - missing.size());
    return missing;
  }

  private boolean hasAuction(LocalDate day) {
    return !rules.calendar(SimulatedMarket.DAM.code(), day).holiday();
  }

  /** False, and nothing done, if another job has taken over. */
  private boolean clear(ExchangeState exchange, LocalDate day, UUID jobId) {
    if (!isStill(exchange, jobId)) {
      return false;
    }
    Auction auction = DayPlan.past(exchange, day, rules);
    floor.add(List.of(auction));
    floor.keepResult(auction.id(), clearing.keep(auction).id());
    return true;
  }

  /**
   * How far it has come. Apart from the clearing: an event of the exchange holds its row before it
   * writes prices, and whoever came to the row after writing prices would wait for it in a circle.
   */
  private boolean note(ExchangeState exchange, UUID jobId, int soFar, boolean tell) {
    if (!isStill(exchange, jobId)) {
      return false;
    }
    store.setHistoryCleared(exchange.id(), soFar);
    if (tell) {
      events.clockChanged(store.find(exchange.id()).orElseThrow());
    }
    return true;
  }

  private boolean isStill(ExchangeState exchange, UUID jobId) {
    return store.holdHistory(exchange.id()).filter(jobId::equals).isPresent();
  }
}
