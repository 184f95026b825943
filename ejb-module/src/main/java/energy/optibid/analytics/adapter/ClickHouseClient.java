package energy.optibid.analytics.adapter;

import energy.optibid.resilience.GuardedService;
import energy.optibid.resilience.ServiceUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * ClickHouse over its HTTP interface, in what versions from 18.16 on have in common: text in, text
 * separated by tabs out. An answer is complete before its first line arrives.
 */
final class ClickHouseClient {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final int OK = 200;
  private static final int MOST_OF_A_MESSAGE = 500;

  private final ClickHouseSettings settings;
  private final HttpClient http;
  private final @Nullable GuardedService guarded;

  private ClickHouseClient(
      ClickHouseSettings settings, HttpClient http, @Nullable GuardedService guarded) {
    this.settings = settings;
    this.http = http;
    this.guarded = guarded;
  }

  /** Whose caller has been let through already. */
  ClickHouseClient(ClickHouseSettings settings) {
    this(settings, HttpClient.newBuilder().connectTimeout(CONNECT).build(), null);
  }

  /**
   * The same, of which each request is let through and noted by itself: for work that has other
   * parts, whose failures are none of ClickHouse's.
   */
  ClickHouseClient guardedBy(GuardedService service) {
    return new ClickHouseClient(settings, http, service);
  }

  /** Full name of a table. */
  String table(String name) {
    return settings.database() + "." + name;
  }

  /** Rows of a select, within the time a question may take. */
  <T> List<T> rows(String select, Function<FactRow, T> row) {
    return read(select, row, settings.queryTimeout());
  }

  /** The same within the time of a batch, for what nobody waits for. */
  <T> List<T> rowsUnhurried(String select, Function<FactRow, T> row) {
    return read(select, row, settings.writeTimeout());
  }

  private <T> List<T> read(String select, Function<FactRow, T> row, Duration patience) {
    String answer = post("", select + " format TabSeparated", patience);
    List<T> rows = new ArrayList<>();
    answer
        .lines()
        .forEach(
            line -> {
              String[] columns = line.split("\t", -1);
              rows.add(row.apply(column -> columns[column - 1]));
            });
    return rows;
  }

  /** A statement without an answer. */
  void run(String statement) {
    post("", statement, settings.writeTimeout());
  }

  /** Rows into a table, as text separated by tabs. */
  void insert(String table, String columns, CharSequence rows) {
    String statement = "insert into %s (%s) format TabSeparated".formatted(table, columns);
    post(
        "&query=" + URLEncoder.encode(statement, StandardCharsets.UTF_8),
        rows.toString(),
        settings.writeTimeout());
  }

  private String post(String parameters, String body, Duration patience) {
    long seconds = Math.max(1, patience.toSeconds());
    URI address =
        settings.url().resolve("/?wait_end_of_query=1&max_execution_time=" + seconds + parameters);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("X-ClickHouse-User", settings.user())
            .header("X-ClickHouse-Key", settings.password())
            .POST(BodyPublishers.ofString(body))
            .build();
    if (guarded == null) {
      return answer(request);
    }
    try {
      return guarded.call(() -> answer(request));
    } catch (ServiceUnavailableException e) {
      throw new ClickHouseException(e);
    }
  }

  private String answer(HttpRequest request) {
    try {
      HttpResponse<String> response =
          http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (response.statusCode() != OK) {
        throw new ClickHouseException(
            "answered %d: %s"
                .formatted(
                    response.statusCode(),
                    response
                        .body()
                        .substring(0, Math.min(response.body().length(), MOST_OF_A_MESSAGE))));
      }
      return response.body();
    } catch (IOException e) {
      throw new ClickHouseException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClickHouseException(e);
    }
  }
}
