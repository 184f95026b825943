package energy.optibid.it.system;

import energy.optibid.it.system.Api.Answer;
import energy.optibid.it.system.Failpoints.Failpoint;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A client of a server that is about to kill itself. A call that got no answer is made again, with
 * the same idempotency key, once the server is back.
 */
final class InsistentTrader {
  private static final Set<String> FINAL = Set.of("succeeded", "failed", "cancelled");
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final long DIES_WITHIN_SECONDS = 60;

  private final KilledInstallation installation;
  private final CompletableFuture<ProcessHandle> death;
  private @Nullable Api api;
  private boolean killed;

  /** Has the server die at the failpoint. */
  InsistentTrader(KilledInstallation installation, Failpoint failpoint) {
    this.installation = installation;
    this.death = installation.process("payara").onExit();
    api = signIn();
    try {
      Files.writeString(installation.failpoints(), failpoint.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer get(String path) {
    return insist(caller -> caller.get(path));
  }

  /** A POST with a key that is the same in every attempt. */
  Answer post(String path, String body, String... headers) {
    String key = UUID.randomUUID().toString();
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Idempotency-Key";
    all[headers.length + 1] = key;
    return insist(caller -> caller.post(path, body, all));
  }

  /** Waits for the job's end and tells it. */
  String finish(String job) {
    while (true) {
      JsonObject seen = get("/api/v1/jobs/" + job).expect(200).json();
      if (FINAL.contains(seen.getString("state"))) {
        return seen.getString("state");
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** Waits for the server's death, if it has not been met already, and starts it again. */
  void outliveTheServer() {
    if (!killed) {
      revive();
    }
  }

  private Answer insist(Function<Api, Answer> call) {
    while (true) {
      Api caller = api;
      try {
        if (caller == null) {
          caller = signIn();
          api = caller;
        }
        return call.apply(caller);
      } catch (UncheckedIOException noAnswer) {
        if (killed) {
          throw noAnswer;
        }
        revive();
      }
    }
  }

  private void revive() {
    try {
      ProcessHandle ignored = death.get(DIES_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("the server did not come by the failpoint", e);
    }
    killed = true;
    disarm();
    Instant start = Instant.now();
    installation.start();
    System.out.printf("back after %d ms%n", Duration.between(start, Instant.now()).toMillis());
  }

  void disarm() {
    try {
      Files.deleteIfExists(installation.failpoints());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A token of its own: the run of all failpoints outlasts one. */
  static Api signIn() {
    String credentials =
        "{\"email\":\"%s.optibid.local\",\"password\":\"%s\"}"
            .formatted(TradingDay.OWNER, Api.password());
    return Api.withToken(
        Api.anonymous()
            .post("/api/v1/auth/login", credentials)
            .expect(200)
            .json()
            .getString("access_token"));
  }
}
