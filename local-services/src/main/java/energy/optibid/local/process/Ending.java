package energy.optibid.local.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process with all it started: asked first, forced after a while. */
public final class Ending {
  private static final Duration AFTER_FORCE = Duration.ofSeconds(10);

  private Ending() {}

  /** Sends SIGTERM, waits up to {@code patience}, then SIGKILL to what is left of the family. */
  public static void end(ProcessHandle process, Duration patience) {
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    family.add(0, process);
    process.destroy();
    if (!gone(process, patience)) {
      family.forEach(ProcessHandle::destroyForcibly);
    }
    for (ProcessHandle member : family) {
      if (member.isAlive()) {
        member.destroy();
        if (!gone(member, AFTER_FORCE)) {
          member.destroyForcibly();
        }
      }
    }
  }

  /** Waits for the end of the process; false when it still lives after that time. */
  public static boolean gone(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return !process.isAlive();
    } catch (ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
