package energy.optibid.errorreports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.optibid.errorreports.domain.Allowance;
import energy.optibid.testing.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the SDK sends to its ingest endpoint, which a small server here stands for. */
class SentryHandlerIT {
  private static final int MOST = 2;

  private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T10:00:00Z"));
  private final Logger logger = Logger.getLogger("test.sentry");
  private final HttpServer collector = collector();
  private final SentryHandler handler =
      new SentryHandler(
          "http://publickey@127.0.0.1:%d/42".formatted(collector.getAddress().getPort()),
          "staging",
          new Allowance(MOST, clock));

  private HttpServer collector() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/api/42/envelope/", this::take);
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body =
        "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
            ? new GZIPInputStream(exchange.getRequestBody()).readAllBytes()
            : exchange.getRequestBody().readAllBytes();
    reports.add(new String(body, StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  @BeforeEach
  void attach() {
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
  }

  @AfterEach
  void detach() {
    logger.removeHandler(handler);
    handler.close();
    collector.stop(0);
  }

  private String report() throws InterruptedException {
    String report = reports.poll(20, TimeUnit.SECONDS);
    assertNotNull(report);
    return report;
  }

  @Test
  void aSevereFailure_isReported_withoutAnybodysData() throws Exception {
    Exception cause = new IllegalStateException("no row for ann@example.org");
    logger.log(
        Level.SEVERE,
        new IOException("token=abc123def", cause),
        () -> "trace 00ff00ff00ff00ff at /api/v1/bids of bob@example.org");
    String report = report();
    assertTrue(report.contains("\"trace_id\":\"00ff00ff00ff00ff\""), report);
    assertTrue(report.contains("\"environment\":\"staging\""), report);
    assertTrue(report.contains("IllegalStateException"), report);
    assertTrue(report.contains("SentryHandlerIT"), report);
    assertTrue(report.contains("no row for [e-mail]"), report);
    for (String secret :
        new String[] {
          "ann@", "bob@", "abc123def", InetAddress.getLocalHost().getHostName() + "\""
        }) {
      assertFalse(report.contains(secret), report);
    }
  }

  @Test
  void warnings_areNot_andAStormIsCutShort() throws Exception {
    logger.log(Level.WARNING, "not this one");
    for (int i = 0; i < 10; i++) {
      logger.log(Level.SEVERE, "storm {0}", i);
    }
    for (int i = 0; i < MOST; i++) {
      assertTrue(report().contains("storm " + i));
    }
    clock.advance(Duration.ofSeconds(61));
    logger.log(Level.SEVERE, "later");
    assertTrue(report().contains("later"));
    handler.flush();
    assertNull(reports.poll());
    assertEquals(0, reports.size());
  }
}
