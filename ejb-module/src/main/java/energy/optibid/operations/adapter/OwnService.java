package energy.optibid.operations.adapter;

import energy.optibid.operations.Service;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A part of OptiBid itself whose state is in the database: when that cannot be read, it is down.
 */
abstract class OwnService implements Service {
  private static final Logger LOG = Logger.getLogger(OwnService.class.getName());

  /** Its state as it stands in the database. */
  abstract State look();

  @Override
  public boolean required() {
    return false;
  }

  @Override
  public State ask() {
    try {
      return look();
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, e, () -> name() + " cannot be read");
      return new State(Condition.DOWN, null, "cannot be read");
    }
  }
}
