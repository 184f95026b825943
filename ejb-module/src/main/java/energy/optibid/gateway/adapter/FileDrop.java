package energy.optibid.gateway.adapter;

import energy.optibid.gateway.ConnectionTest;
import energy.optibid.gateway.domain.ConnectionSettings;
import energy.optibid.gateway.domain.ExchangeLink;
import energy.optibid.gateway.domain.ExchangeMessage;
import energy.optibid.gateway.domain.ExchangeMessage.State;
import energy.optibid.gateway.domain.LinkAnswer;
import energy.optibid.gateway.domain.LinkAnswer.Absent;
import energy.optibid.gateway.domain.LinkAnswer.Later;
import energy.optibid.gateway.domain.LinkAnswer.NotReached;
import energy.optibid.gateway.domain.LinkAnswer.Silent;
import energy.optibid.gateway.domain.OrderFile;
import energy.optibid.gateway.domain.ResultFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An exchange by files: orders go out, answers come in by {@link FolderReading}. */
final class FileDrop implements ExchangeLink {
  private static final Logger LOG = Logger.getLogger(FileDrop.class.getName());

  /** After the gate, how long an acknowledgement may take before people are told. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final ConnectionSettings settings;
  private final DropFolder folder;
  private final Clock clock;

  FileDrop(ConnectionSettings settings, DropFolder folder, Clock clock) {
    this.settings = settings;
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public LinkAnswer place(ExchangeMessage order) {
    return write(file(order), OrderFile.of(order));
  }

  @Override
  public LinkAnswer takeBack(ExchangeMessage order) {
    return write(
        OrderFile.name(settings.memberId(), order) + ".cancel.csv",
        "reference\r\n" + order.reference() + "\r\n");
  }

  /** Files cannot be barred, and {@link #ask} never has it tried. */
  @Override
  public LinkAnswer bar(ExchangeMessage order) {
    return new Later();
  }

  private LinkAnswer write(String name, String text) {
    try {
      folder.write("out", name, text);
      return new Later();
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.WARNING, settings.toString(), e);
      return new NotReached("The drop folder cannot be written to.", null);
    }
  }

  /**
   * Files answer no questions. What a server left in doubt that died is written once more, as long
   * as the gate is open: the reference tells the exchange that it is the same.
   */
  @Override
  public LinkAnswer ask(ExchangeMessage order) {
    if (order.state() == State.WAITING) {
      return new Silent("No acknowledgement came until " + order.gateClosesAt().plus(PATIENCE));
    }
    boolean once =
        order.placed() < Math.min(2, settings.attempts()) && order.isBeforeGate(clock.instant());
    return once && !folder.holds(file(order)) ? new Absent() : new Later();
  }

  @Override
  public Instant askAt(ExchangeMessage order, Instant now) {
    Instant end = order.gateClosesAt().plus(PATIENCE);
    return now.isBefore(end) ? end : now.plus(PATIENCE);
  }

  /** Results come by {@link FolderReading}. */
  @Override
  public Optional<ResultFile> result(String marketCode, LocalDate day) {
    return Optional.empty();
  }

  @Override
  public ConnectionTest test() {
    Instant start = clock.instant();
    try {
      folder.probe();
      long millis = Duration.between(start, clock.instant()).toMillis();
      return new ConnectionTest(true, "The drop folder is there and can be written to.", millis);
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.WARNING, settings.toString(), e);
      return new ConnectionTest(false, "The drop folder cannot be written to.", 0);
    }
  }

  private String file(ExchangeMessage order) {
    return OrderFile.name(settings.memberId(), order) + ".csv";
  }
}
