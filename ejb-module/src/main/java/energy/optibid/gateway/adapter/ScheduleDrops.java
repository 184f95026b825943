package energy.optibid.gateway.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.gateway.DeliverySchedules;
import energy.optibid.gateway.DeliverySchedules.Schedules;
import energy.optibid.gateway.domain.ConnectionSettings;
import energy.optibid.gateway.domain.ConnectionStore;
import energy.optibid.gateway.domain.ConnectionStore.Watch;
import energy.optibid.gateway.domain.MessageStore;
import energy.optibid.gateway.domain.ScheduleStore;
import energy.optibid.gateway.domain.ScheduleStore.Written;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.Sha256;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Writes schedules for the system operator into drop folders: of the next delivery day when it is
 * time, and once more under the next revision whenever what they say has changed, until the day is
 * over. It is noted in the transaction in which the file is written; a server that dies in between
 * writes the same file once more.
 */
@ApplicationScoped
public class ScheduleDrops {
  private static final Logger LOG = Logger.getLogger(ScheduleDrops.class.getName());
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final String FOLDER = "schedules";

  private final PlatformTransactions platform;
  private final Transactions transactions;
  private final ConnectionStore connections;
  private final ScheduleStore store;
  private final DeliverySchedules schedules;
  private final DropFolders folders;
  private final MessageStore messages;
  private final AuditTrail audit;
  private final ScheduleSettings settings;
  private final Clock clock;
  private final Map<UUID, Instant> looked = new HashMap<>();

  /** What could not be written, so that it is a fault once and not every minute. */
  private final Set<Target> failed = new HashSet<>();

  private record Target(UUID connectionId, LocalDate deliveryDay) {}

  @Inject
  public ScheduleDrops(
      PlatformTransactions platform,
      Transactions transactions,
      ConnectionStore connections,
      ScheduleStore store,
      DeliverySchedules schedules,
      DropFolders folders,
      MessageStore messages,
      AuditTrail audit,
      ScheduleSettings settings,
      Clock clock) {
    this.platform = platform;
    this.transactions = transactions;
    this.connections = connections;
    this.store = store;
    this.schedules = schedules;
    this.folders = folders;
    this.messages = messages;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  /** Writes what is due, looking at each folder once a minute; one that fails holds up no other. */
  public synchronized void writeDue() {
    Instant now = clock.instant();
    List<LocalDate> days = settings.due(now);
    List<Watch> watches = platform.call(store::folders);
    looked
        .keySet()
        .retainAll(watches.stream().map(Watch::connectionId).collect(Collectors.toSet()));
    failed.removeIf(
        target ->
            !looked.containsKey(target.connectionId()) || !days.contains(target.deliveryDay()));
    for (Watch watch : watches) {
      Instant last = looked.get(watch.connectionId());
      if (last == null || !now.isBefore(last.plus(EVERY))) {
        looked.put(watch.connectionId(), now);
        Tenancy.runAs(
            Tenancy.jobCaller(new OrganizationId(watch.organization()), Tenancy.NOBODY),
            () -> days.forEach(day -> write(new Target(watch.connectionId(), day))));
      }
    }
  }

  private void write(Target target) {
    try {
      boolean ignored = transactions.call(() -> writeChanged(target));
      failed.remove(target);
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "schedules of connection " + target.connectionId(), e);
      if (failed.add(target)) {
        fault(target);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "schedules of connection " + target.connectionId(), e);
    }
  }

  private boolean writeChanged(Target target) {
    if (!store.hold(target.connectionId())) {
      return false;
    }
    Schedules now = schedules.ofDay(target.deliveryDay());
    Written before = store.last(target.connectionId(), target.deliveryDay()).orElse(null);
    String digest = Sha256.hex(now.csv());
    if (before == null ? now.rows() == 0 : before.digest().equals(digest)) {
      return false;
    }
    ConnectionSettings connection = connections.settings(target.connectionId()).orElseThrow();
    int revision = before == null ? 1 : before.revision() + 1;
    String name =
        "%s_schedule_%s_%d.csv"
            .formatted(
                connection.memberId(),
                target.deliveryDay().format(DateTimeFormatter.BASIC_ISO_DATE),
                revision);
    store.add(
        connection.id(), target.deliveryDay(), new Written(revision, digest), clock.instant());
    audit.record(
        "connection.schedule_written",
        "exchange_connection",
        connection.id(),
        Json.createObjectBuilder()
            .add("deliveryDay", target.deliveryDay().toString())
            .add("revision", revision)
            .add("file", name)
            .add("rows", now.rows())
            .build());
    try {
      folders.of(connection).write(FOLDER, name, now.csv());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  private void fault(Target target) {
    boolean ignored =
        transactions.call(
            () -> {
              messages.fault(
                  target.connectionId(),
                  "schedule_not_written",
                  target.deliveryDay().toString(),
                  "The schedules of the day cannot be written into the drop folder.",
                  clock.instant());
              return true;
            });
  }
}
