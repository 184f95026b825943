package energy.optibid.gateway.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What is looked at every second: gates of auctions outside, drop folders, schedules. */
@ApplicationScoped
public class ExchangeRounds {
  private static final Logger LOG = Logger.getLogger(ExchangeRounds.class.getName());

  private final FolderReading folders;
  private final OutsideGates gates;
  private final ScheduleDrops schedules;

  @Inject
  public ExchangeRounds(FolderReading folders, OutsideGates gates, ScheduleDrops schedules) {
    this.folders = folders;
    this.schedules = schedules;
    this.gates = gates;
  }

  /**
   * One round; what fails does not keep the others from their turn.
   *
   * @return false: the next round has time
   */
  public boolean go() {
    attempt(gates::moveDue);
    attempt(folders::readAll);
    attempt(schedules::writeDue);
    return false;
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a round of the gateway failed, trying again", e);
    }
  }
}
