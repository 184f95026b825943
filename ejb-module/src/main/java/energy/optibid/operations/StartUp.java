package energy.optibid.operations;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whether the application has been deployed as a whole. Payara calls health checks earlier than
 * that, when the application's configuration cannot be seen yet; a settings bean that were made
 * then would stay empty for good.
 */
@ApplicationScoped
public class StartUp {
  private volatile boolean done;

  public boolean isDone() {
    return done;
  }

  public void done() {
    done = true;
  }
}
