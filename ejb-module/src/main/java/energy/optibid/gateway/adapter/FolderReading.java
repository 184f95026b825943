package energy.optibid.gateway.adapter;

import energy.optibid.bidding.VenueReports;
import energy.optibid.gateway.ConnectionKind;
import energy.optibid.gateway.domain.AcknowledgementFile;
import energy.optibid.gateway.domain.AcknowledgementFile.Line;
import energy.optibid.gateway.domain.Acknowledgements;
import energy.optibid.gateway.domain.ConnectionSettings;
import energy.optibid.gateway.domain.ConnectionStore;
import energy.optibid.gateway.domain.ConnectionStore.Watch;
import energy.optibid.gateway.domain.MessageStore;
import energy.optibid.gateway.domain.ResultFile;
import energy.optibid.gateway.domain.UnreadableFile;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.PlatformTransactions;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads what exchanges leave in drop folders. A file is moved away when all it says is noted; a
 * server that dies before reads it again, which changes nothing.
 */
@ApplicationScoped
public class FolderReading {
  private static final Logger LOG = Logger.getLogger(FolderReading.class.getName());

  /** A result speaks of orders whose acknowledgements lie beside it. */
  private static final List<String> ENDINGS = List.of(".ack", ".nack", ".result.csv");

  /** How long one server has a folder for itself. */
  private static final Duration LEASE = Duration.ofMillis(900);

  private final PlatformTransactions platform;
  private final Transactions transactions;
  private final ConnectionStore connections;
  private final MessageStore messages;
  private final DropFolders folders;
  private final Acknowledgements acknowledgements;
  private final ExchangeResultDesk results;
  private final Clock clock;

  @Inject
  public FolderReading(
      PlatformTransactions platform,
      Transactions transactions,
      ConnectionStore connections,
      MessageStore messages,
      DropFolders folders,
      VenueReports reports,
      ExchangeResultDesk results,
      Clock clock) {
    this.platform = platform;
    this.transactions = transactions;
    this.connections = connections;
    this.messages = messages;
    this.folders = folders;
    this.acknowledgements = new Acknowledgements(messages, reports);
    this.results = results;
    this.clock = clock;
  }

  /** Reads every folder that no other server is reading; one that fails holds up none of them. */
  public void readAll() {
    for (Watch watch : platform.call(() -> connections.claimFolders(clock.instant(), LEASE))) {
      try {
        Tenancy.runAs(
            Tenancy.jobCaller(new OrganizationId(watch.organization()), Tenancy.NOBODY),
            () -> read(watch.connectionId()));
      } catch (RuntimeException unreadable) {
        LOG.log(Level.WARNING, "drop folder of connection " + watch.connectionId(), unreadable);
      }
    }
  }

  private void read(UUID connectionId) {
    ConnectionSettings settings =
        transactions.call(() -> connections.settings(connectionId).orElse(null));
    if (settings == null || settings.kind() != ConnectionKind.FILE_DROP) {
      return;
    }
    DropFolder folder = folders.of(settings);
    try {
      for (Path file : folder.settled(ENDINGS)) {
        read(settings, folder, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(ConnectionSettings settings, DropFolder folder, Path file) throws IOException {
    String name = file.getFileName().toString();
    try {
      if (name.endsWith(".result.csv")) {
        ResultFile result = ResultFile.read(name, folder.text(file));
        boolean ignored = transactions.call(() -> results.note(settings.id(), name, result));
      } else {
        for (Line line : AcknowledgementFile.read(folder.text(file))) {
          note(settings.id(), name, line);
        }
      }
      Failpoint.hit("gateway.file_noted");
      folder.done(file);
    } catch (UnreadableFile unreadable) {
      fault(settings.id(), "unreadable_file", name, unreadable.sentence());
      folder.bad(file, unreadable.sentence());
    }
  }

  private void note(UUID connectionId, String file, Line line) {
    try {
      boolean ignored =
          transactions.call(
              () -> {
                acknowledgements.note(connectionId, file, line, clock.instant());
                return true;
              });
    } catch (ProblemException contradiction) {
      fault(connectionId, "contradiction", line.reference(), contradiction.detail());
    }
  }

  private void fault(UUID connectionId, String code, String subject, String text) {
    boolean ignored =
        transactions.call(
            () -> {
              messages.fault(connectionId, code, subject, text, clock.instant());
              return true;
            });
  }
}
