package energy.optibid.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** nginx as it is shipped, before nodes of which some refuse: what is tried again elsewhere. */
class LocalNginxIT {
  private static final Path SHIPPED = Path.of("..", "config", "nginx", "optibid.conf");

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final List<String> served = new CopyOnWriteArrayList<>();
  private final HttpServer refusing = node(503, refused);
  private final HttpServer serving = node(200, served);

  private LocalNginx nginx;

  @BeforeEach
  void prepare(@TempDir Path folder) {
    nginx = new LocalNginx(folder, SHIPPED);
  }

  private static HttpServer node(int status, List<String> heard) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpServer node = HttpServer.create(address, 0);
      node.createContext("/", exchange -> answer(exchange, status, heard));
      node.start();
      return node;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, List<String> heard)
      throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    heard.add(
        "%s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Host"),
                body));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @AfterEach
  void end() {
    nginx.close();
    refusing.stop(0);
    serving.stop(0);
  }

  private int call(String method, String header) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(nginx.url() + "/api/v1/bids?limit=1"))
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
    if (!header.equals("-")) {
      request.header(header, "\"12345678\"");
    }
    HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
    return answer.statusCode();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, -",
    "PUT, -",
    "DELETE, -",
    "POST, Idempotency-Key",
    "POST, If-Match",
    "PATCH, If-Match"
  })
  void whatMayComeTwice_isTriedAtAnotherNode(String method, String header) throws Exception {
    nginx.start(List.of(port(refusing), port(serving)));
    for (int i = 0; i < 4; i++) {
      assertEquals(200, call(method, header));
    }
    String host = nginx.url().replace("http://", "");
    String body = method.equals("GET") ? "" : "{}";
    String heard = "%s /api/v1/bids?limit=1 %s %s".formatted(method, host, body);
    assertEquals(List.of(heard, heard, heard, heard), served);
  }

  @Test
  void otherPost_thatANodeGot_isNotRepeated() throws Exception {
    nginx.start(List.of(port(refusing), port(serving)));
    // each of its workers begins with the first node
    assertEquals(503, call("POST", "-"));
    assertEquals(1, refused.size());
    assertEquals(List.of(), served);
  }

  @Test
  void otherPost_thatNoNodeGot_goesToAnother() throws Exception {
    int port = port(refusing);
    refusing.stop(0);
    nginx.start(List.of(port, port(serving)));
    for (int i = 0; i < 4; i++) {
      assertEquals(200, call("POST", "-"));
    }
  }

  @Test
  void afterANodeIsTakenOut_nothingGoesToIt() throws Exception {
    nginx.start(List.of(port(refusing)));
    nginx.nodes(List.of(port(serving)));
    assertEquals(200, call("POST", "-"));
    assertEquals(List.of(), refused);
  }

  private static int port(HttpServer node) {
    return node.getAddress().getPort();
  }
}
