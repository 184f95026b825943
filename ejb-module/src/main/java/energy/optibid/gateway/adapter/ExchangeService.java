package energy.optibid.gateway.adapter;

import energy.optibid.gateway.domain.ConnectionStore;
import energy.optibid.gateway.domain.ConnectionStore.Figures;
import energy.optibid.operations.Service;
import energy.optibid.shared.PlatformTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Exchanges outside, all organisations' together: down while one of them is left alone because it
 * does not answer. Nothing here waits for it.
 */
@ApplicationScoped
public class ExchangeService implements Service {
  private static final Logger LOG = Logger.getLogger(ExchangeService.class.getName());

  private final PlatformTransactions platform;
  private final ConnectionStore connections;
  private final Clock clock;

  @Inject
  public ExchangeService(PlatformTransactions platform, ConnectionStore connections, Clock clock) {
    this.platform = platform;
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "exchanges";
  }

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public State ask() {
    try {
      Figures figures = platform.call(() -> connections.figures(clock.instant()));
      if (figures.connections() == 0) {
        return new State(Condition.DISABLED, null, "no connection to an exchange outside");
      }
      return new State(
          figures.open() > 0 ? Condition.DOWN : Condition.UP,
          null,
          "%d connections, %d of them do not answer; %d messages wait, %d in doubt"
              .formatted(
                  figures.connections(), figures.open(), figures.waiting(), figures.inDoubt()),
          Map.of(
              "connections", figures.connections(),
              "open", figures.open(),
              "waiting", figures.waiting(),
              "inDoubt", figures.inDoubt()));
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "connections cannot be counted", e);
      return new State(Condition.DOWN, null, "the database cannot be asked");
    }
  }
}
