package energy.optibid.exchange.adapter;

import energy.optibid.exchange.ClockMode;
import energy.optibid.exchange.domain.ExchangeState;
import energy.optibid.exchange.domain.ExchangeStore;
import energy.optibid.exchange.domain.MarketClock;
import energy.optibid.identity.DemoOrganizations;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.Jobs;
import energy.optibid.shared.DeploymentProfile;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Opens the shared exchange of a demo installation and asks for its past, once for all servers.
 * Settings: {@code optibid.simulation.seed}, {@code optibid.simulation.history-days}.
 */
@Singleton
@Startup
@DependsOn({"DatabaseMigration", "DemoIdentity", "JobWorkers"})
@TransactionManagement(TransactionManagementType.BEAN)
public class SharedExchange {
  /** The same on every installation, so that several servers cannot open two. */
  static final UUID ID = UUID.fromString("01900000-0000-7000-8000-0000000000e1");

  @Inject private DeploymentProfile profile;
  @Inject private PlatformTransactions platform;
  @Inject private Transactions transactions;
  @Inject private ExchangeStore store;
  @Inject private Jobs jobs;
  @Inject private Clock clock;
  @Inject private MarketOperatorAccount operator;

  @PostConstruct
  void open() {
    if (!profile.isDemo()) {
      return;
    }
    Config config = ConfigProvider.getConfig();
    long seed = config.getValue("optibid.simulation.seed", Long.class);
    int days = config.getValue("optibid.simulation.history-days", Integer.class);
    platform.call(() -> add(seed));
    ExchangeState exchange = platform.call(() -> store.find(ID)).orElseThrow();
    UUID user = platform.call(operator::userId);
    Tenancy.runAs(
        Tenancy.jobCaller(DemoOrganizations.PLATFORM.id(), user),
        () -> transactions.call(() -> askForPast(exchange, days)));
  }

  /** The past is asked for once, and again after a start that finds it failed half way. */
  private boolean askForPast(ExchangeState exchange, int days) {
    UUID last = exchange.historyJobId();
    int wanted = last == null ? days : exchange.historyDays();
    boolean missing =
        last == null
            ? jobs.list(null, 1).items().stream().allMatch(SharedExchange::failed)
            : failed(jobs.find(last)) && exchange.historyCleared() < wanted;
    if (wanted > 0 && missing) {
      jobs.enqueue(HistoryJob.KIND, HistoryJob.input(ID, wanted));
    }
    return missing;
  }

  private static boolean failed(Job job) {
    return job.state() == Job.State.FAILED;
  }

  /** Not an overload of {@link #open}: the container looks a callback up by its name alone. */
  private boolean add(long seed) {
    if (store.find(ID).isPresent()) {
      return false;
    }
    Instant wall = clock.instant().truncatedTo(ChronoUnit.MICROS);
    LocalDate today = LocalDate.ofInstant(wall, ExchangeState.ZONE);
    store.add(
        new ExchangeState(
            ID,
            null,
            "Shared exchange",
            seed,
            today,
            today.minusDays(1),
            new MarketClock(ClockMode.WALL, 1, wall, wall),
            0,
            0,
            null,
            null,
            wall.atOffset(ZoneOffset.UTC),
            1),
        null);
    return true;
  }
}
