package energy.optibid.gateway.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What is looked at every second: drop folders, gates and results of auctions outside. */
@ApplicationScoped
public class ExchangeRounds {
  private static final Logger LOG = Logger.getLogger(ExchangeRounds.class.getName());

  private final FolderReading folders;
  private final OutsideGates gates;
  private final ResultPolling results;

  @Inject
  public ExchangeRounds(FolderReading folders, OutsideGates gates, ResultPolling results) {
    this.folders = folders;
    this.results = results;
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
    attempt(results::askAll);
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
