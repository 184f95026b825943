package energy.optibid.gateway.adapter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.optibid.gateway.domain.RequestSignature;
import energy.optibid.shared.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * An exchange over HTTP that keeps a journal of what took effect, and misbehaves as it is told. A
 * reference takes effect once; one that was asked back, known or not, never does again.
 */
public final class StubExchange implements AutoCloseable {
  public static final String SECRET = "a secret of the member";

  private static final String RESULTS = "/results/";
  private static final String BAR = "?ifAbsent=true";

  /** What becomes of a request. */
  enum Behaviour {
    PROPER,
    /** Answers when the client has long given up; the effect is there. */
    SLOW,
    FAILS_BEFORE,
    FAILS_AFTER,
    RESETS_BEFORE,
    RESETS_AFTER,
    /** Fails, and the effect comes with the next change: a question before it does not see it. */
    ACTS_LATE,
    /** Says that it will say later. */
    LATER,
    PAUSES,
    REFUSES
  }

  private record Order(String status, String reason) {}

  private record Result(String revision, String text) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Semaphore slow = new Semaphore(0);
  private final Map<String, Order> orders = new HashMap<>();
  private final Set<String> takenBack = new TreeSet<>();
  private final List<String> journal = new ArrayList<>();
  private final List<Runnable> late = new ArrayList<>();
  private final Map<String, Result> results = new HashMap<>();
  private final List<String> questions = new ArrayList<>();
  private int forged;
  private volatile boolean gateClosed;
  private volatile Function<String, Behaviour> behaviour = request -> Behaviour.PROPER;

  public StubExchange() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Of each request, by method and path, what becomes of it. */
  void behave(Function<String, Behaviour> wanted) {
    behaviour = wanted;
  }

  void closeGate() {
    gateClosed = true;
  }

  /**
   * From now on it answers so when it is asked for the result of a market's day.
   *
   * @param revision as it stands in the answer's header
   */
  synchronized void publish(String marketCode, LocalDate day, String revision, String text) {
    results.put(RESULTS + marketCode + "/" + day, new Result(revision, text));
  }

  /** Paths of the results it was asked for, in order, answered or not. */
  synchronized List<String> questions() {
    return List.copyOf(questions);
  }

  /** References it holds now. */
  public synchronized Set<String> held() {
    Set<String> held = new TreeSet<>();
    orders.forEach(
        (reference, order) -> {
          if (order.status().equals("held")) {
            held.add(reference);
          }
        });
    return held;
  }

  /** What took effect, in order: {@code held OB-…}, {@code withdrawn OB-…}, … */
  synchronized List<String> journal() {
    return List.copyOf(journal);
  }

  /** How often something took effect. */
  public synchronized int effects(String entry) {
    return Collections.frequency(journal, entry);
  }

  synchronized int forgedRequests() {
    return forged;
  }

  /** What was put off takes effect now. */
  synchronized void catchUp() {
    List<Runnable> due = List.copyOf(late);
    late.clear();
    due.forEach(Runnable::run);
  }

  private void handle(HttpExchange exchange) throws IOException {
    slow.release();
    if (!exchange.getRequestMethod().equals("GET")) {
      catchUp();
    }
    try (exchange) {
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().toString();
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!signed(exchange, method, path, body)) {
        answer(exchange, 401, problem("The signature is wrong."));
        return;
      }
      String reference = path.substring(path.lastIndexOf('/') + 1);
      if (reference.endsWith(BAR)) {
        reference = reference.substring(0, reference.length() - BAR.length());
        method = "BAR";
      }
      String text = new String(body, StandardCharsets.UTF_8);
      Optional<Result> result = asked(path);
      switch (behaviour.apply(method + " " + path)) {
        case PROPER -> {
          if (result.isPresent()) {
            exchange.getResponseHeaders().add("Result-Revision", result.get().revision());
            answer(exchange, 200, result.get().text());
          } else {
            answer(exchange, act(method, reference, text));
          }
        }
        case SLOW -> {
          Answer slowly = act(method, reference, text);
          slow.drainPermits();
          boolean ignored = slow.tryAcquire(5, TimeUnit.SECONDS);
          answer(exchange, slowly);
        }
        case FAILS_BEFORE -> answer(exchange, 500, problem("out of order"));
        case FAILS_AFTER -> {
          Answer ignored = act(method, reference, text);
          answer(exchange, 500, problem("out of order"));
        }
        case RESETS_BEFORE -> {}
        case RESETS_AFTER -> {
          Answer ignored = act(method, reference, text);
        }
        case ACTS_LATE -> {
          putOff(method, reference, text);
          answer(exchange, 500, problem("out of order"));
        }
        case LATER -> {
          Answer ignored = act(method, reference, text);
          answer(exchange, 202, "{}");
        }
        case PAUSES -> {
          exchange.getResponseHeaders().add("Retry-After", "1");
          answer(exchange, 429, problem("too many requests"));
        }
        case REFUSES -> answer(exchange, refuse(method, reference, text));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The result a question is about, if there is one. */
  private synchronized Optional<Result> asked(String path) {
    if (path.startsWith(RESULTS)) {
      questions.add(path);
    }
    return Optional.ofNullable(results.get(path));
  }

  private synchronized void putOff(String method, String reference, String text) {
    late.add(
        () -> {
          Answer ignored = act(method, reference, text);
        });
  }

  private record Answer(int status, String body) {}

  private synchronized Answer act(String method, String reference, String text) {
    return switch (method) {
      case "PUT" -> put(reference, JsonText.object(text));
      case "DELETE" -> delete(reference);
      case "BAR" -> bar(reference);
      default -> get(reference);
    };
  }

  private Answer put(String reference, JsonObject order) {
    if (takenBack.contains(reference)) {
      return new Answer(409, problem("This reference was taken back."));
    }
    if (!orders.containsKey(reference)) {
      if (gateClosed) {
        return new Answer(409, problem("The gate is closed."));
      }
      String replaces = order.getString("replaces", "");
      if (orders.containsKey(replaces) && orders.get(replaces).status().equals("held")) {
        note(replaces, "replaced", "");
      }
      note(reference, "held", "");
    }
    return told(reference);
  }

  private synchronized Answer refuse(String method, String reference, String text) {
    if (!method.equals("PUT") || orders.containsKey(reference) || takenBack.contains(reference)) {
      return act(method, reference, text);
    }
    note(reference, "refused", "The margin is too small.");
    return told(reference);
  }

  private Answer delete(String reference) {
    Order order = orders.get(reference);
    if (order != null && order.status().equals("held")) {
      if (gateClosed) {
        return new Answer(409, problem("The gate is closed."));
      }
      note(reference, "withdrawn", "");
      takenBack.add(reference);
      return new Answer(204, "");
    }
    takenBack.add(reference);
    return order != null && order.status().equals("withdrawn")
        ? new Answer(204, "")
        : new Answer(404, problem("There is no such order."));
  }

  private Answer bar(String reference) {
    if (orders.containsKey(reference)) {
      return new Answer(409, problem("It came before."));
    }
    takenBack.add(reference);
    return new Answer(404, problem("There is no such order, and never will be."));
  }

  private Answer get(String reference) {
    return orders.containsKey(reference)
        ? told(reference).status() == 422
            ? new Answer(200, told(reference).body())
            : told(reference)
        : new Answer(404, problem("There is no such order."));
  }

  private Answer told(String reference) {
    Order order = orders.getOrDefault(reference, new Order("", ""));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("reference", reference)
            .add("status", order.status())
            .add("exchangeReference", "X-" + reference)
            .add("detail", order.reason());
    if (!order.reason().isEmpty()) {
      json.add("reason", order.reason());
    }
    return new Answer(order.status().equals("refused") ? 422 : 200, json.build().toString());
  }

  private void note(String reference, String status, String reason) {
    orders.put(reference, new Order(status, reason));
    journal.add(status + " " + reference);
  }

  private boolean signed(HttpExchange exchange, String method, String path, byte[] body) {
    String date = String.valueOf(exchange.getRequestHeaders().getFirst("Date"));
    RequestSignature expected = RequestSignature.of(SECRET, method, path, date, body);
    String said = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    boolean right =
        said.endsWith("signature=\"" + expected.signature() + "\"")
            && expected.digest().equals(exchange.getRequestHeaders().getFirst("Digest"));
    if (!right) {
      synchronized (this) {
        forged++;
      }
    }
    return right;
  }

  private static String problem(String detail) {
    return Json.createObjectBuilder().add("detail", detail).build().toString();
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    answer(exchange, answer.status(), answer.body());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    slow.release(100);
    server.stop(0);
    threads.shutdownNow();
  }
}
