package energy.optibid.launcher.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Asks an address again and again until it answers as wanted. */
public final class HttpProbe {
  private static final Duration ONE_ANSWER = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(250);

  /** HTTP/1.1 only: Next.js never answers a request that offers an upgrade to HTTP/2. */
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  /** True when the address answers with a status below 400. */
  public boolean answers(URI address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(ONE_ANSWER).GET().build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 400;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Waits until the address answers; false when time is up or the process behind it has ended. */
  public boolean waitFor(URI address, ProcessHandle behind, Duration patience) {
    Instant deadline = Instant.now().plus(patience);
    while (Instant.now().isBefore(deadline) && behind.isAlive()) {
      if (answers(address)) {
        return true;
      }
      LockSupport.parkNanos(POLL.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
    }
    return false;
  }
}
