package energy.optibid.gateway.adapter;

import energy.optibid.gateway.ConnectionTest;
import energy.optibid.gateway.domain.ConnectionSettings;
import energy.optibid.gateway.domain.ExchangeLink;
import energy.optibid.gateway.domain.ExchangeMessage;
import energy.optibid.gateway.domain.HostRules;
import energy.optibid.gateway.domain.LinkAnswer;
import energy.optibid.gateway.domain.LinkAnswer.Absent;
import energy.optibid.gateway.domain.LinkAnswer.Done;
import energy.optibid.gateway.domain.LinkAnswer.Later;
import energy.optibid.gateway.domain.LinkAnswer.NotReached;
import energy.optibid.gateway.domain.LinkAnswer.Refused;
import energy.optibid.gateway.domain.LinkAnswer.Silent;
import energy.optibid.gateway.domain.RequestSignature;
import energy.optibid.gateway.domain.ResultFile;
import energy.optibid.gateway.domain.UnreadableFile;
import energy.optibid.shared.JsonText;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * An exchange by HTTP: {@code PUT}, {@code DELETE} and {@code GET} of {@code orders/{reference}}
 * below its address, signed ({@link RequestSignature}). What was certainly not read there is told
 * apart from what may have been; see docs/exchanges.md.
 */
final class HttpExchange implements ExchangeLink {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH);
  private static final Duration ASK_AFTER = Duration.ofSeconds(2);
  private static final int LONGEST_REASON = 500;

  private final ConnectionSettings settings;
  private final HttpClient client;
  private final HostRules hosts;
  private final Clock clock;

  HttpExchange(ConnectionSettings settings, HttpClient client, HostRules hosts, Clock clock) {
    this.settings = settings;
    this.client = client;
    this.hosts = hosts;
    this.clock = clock;
  }

  @Override
  public LinkAnswer place(ExchangeMessage order) {
    return call("PUT", orders(order), order.body(), order.reference());
  }

  @Override
  public LinkAnswer takeBack(ExchangeMessage order) {
    return call("DELETE", orders(order), "", order.reference());
  }

  @Override
  public LinkAnswer bar(ExchangeMessage order) {
    return call("DELETE", orders(order) + "?ifAbsent=true", "", order.reference());
  }

  @Override
  public LinkAnswer ask(ExchangeMessage order) {
    return call("GET", orders(order), "", order.reference());
  }

  @Override
  public Instant askAt(ExchangeMessage order, Instant now) {
    return now.plus(ASK_AFTER);
  }

  @Override
  public Optional<ResultFile> result(String marketCode, LocalDate day) throws UnreadableFile {
    URI address =
        URI.create(settings.url().replaceAll("/+$", "") + "/results/" + marketCode + "/" + day);
    try {
      if (objection(URI.create(settings.url())).isPresent()) {
        return Optional.empty();
      }
      HttpResponse<String> response = client.send(request("GET", address, ""), textOf());
      if (response.statusCode() != 200) {
        return Optional.empty();
      }
      String revision = response.headers().firstValue("Result-Revision").orElse("");
      String name = marketCode + "_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
      return Optional.of(ResultFile.read(name + "_" + revision + ".result.csv", response.body()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** An order that cannot be there: whoever says so has believed our signature. */
  @Override
  public ConnectionTest test() {
    Instant start = clock.instant();
    LinkAnswer answer = call("GET", "/orders/OB-connection-test", "", "OB-connection-test");
    long millis = Duration.between(start, clock.instant()).toMillis();
    if (answer instanceof Absent) {
      return new ConnectionTest(true, "The exchange answered and knows the member.", millis);
    } else if (answer instanceof Refused refused) {
      return new ConnectionTest(false, "The exchange refused: " + refused.reason(), millis);
    } else if (answer instanceof NotReached notReached) {
      return new ConnectionTest(false, notReached.reason(), millis);
    } else if (answer instanceof Silent silent) {
      return new ConnectionTest(false, silent.reason(), millis);
    }
    return new ConnectionTest(
        false, "The exchange claims to hold an order that was never sent.", millis);
  }

  private static String orders(ExchangeMessage order) {
    return "/orders/" + order.reference();
  }

  private LinkAnswer call(String method, String path, String body, String reference) {
    URI address = URI.create(settings.url().replaceAll("/+$", "") + path);
    try {
      Optional<String> objection = objection(URI.create(settings.url()));
      if (objection.isPresent()) {
        return new NotReached(objection.get(), null);
      }
      return answer(method, client.send(request(method, address, body), textOf()), reference);
    } catch (ConnectException | HttpConnectTimeoutException | UnknownHostException e) {
      return new NotReached("The exchange cannot be reached.", null);
    } catch (HttpTimeoutException e) {
      return new Silent("The exchange gave no answer in " + settings.timeout().toMillis() + " ms.");
    } catch (IOException e) {
      return new Silent("The connection to the exchange broke before it answered.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Silent("The server was stopped before the exchange answered.");
    }
  }

  /** A name may lead elsewhere than when the connection was made. */
  private Optional<String> objection(URI address) throws UnknownHostException {
    Optional<String> objection = hosts.objection(address);
    if (objection.isPresent() || hosts.isNamed(address)) {
      return objection;
    }
    for (InetAddress found : InetAddress.getAllByName(address.getHost())) {
      if (!HostRules.isPublic(found)) {
        return Optional.of("The exchange's name leads into a private network.");
      }
    }
    return Optional.empty();
  }

  private HttpRequest request(String method, URI address, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String date = DATE.format(clock.instant().atOffset(ZoneOffset.UTC));
    RequestSignature signature =
        RequestSignature.of(settings.secret(), method, pathOf(address), date, content);
    return HttpRequest.newBuilder(address)
        .timeout(settings.timeout())
        .header("Date", date)
        .header("Digest", signature.digest())
        .header(
            "Authorization",
            "OptiBid-HMAC-SHA256 member=\"%s\", signature=\"%s\""
                .formatted(settings.memberId(), signature.signature()))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .method(
            method,
            content.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content))
        .build();
  }

  private static String pathOf(URI address) {
    String query = address.getRawQuery();
    return query == null ? address.getRawPath() : address.getRawPath() + "?" + query;
  }

  private static HttpResponse.BodyHandler<String> textOf() {
    return HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8);
  }

  private static LinkAnswer answer(String method, HttpResponse<String> response, String reference) {
    int status = response.statusCode();
    if (status == 202) {
      return new Later();
    } else if (status >= 200 && status < 300) {
      return said(method, response.body(), reference);
    } else if (status == 404 && !method.equals("PUT")) {
      return new Absent();
    } else if (status == 429) {
      return new NotReached("The exchange asks for a pause.", retryAfter(response));
    } else if (status == 408 || status == 425 || status >= 500 || status < 400) {
      return new Silent("The exchange answered with status " + status + ".");
    }
    return new Refused(reason(response));
  }

  /** What the exchange holds, by its own word: {@code held}, {@code refused}, {@code withdrawn}. */
  private static LinkAnswer said(String method, String body, String reference) {
    if (method.equals("DELETE")) {
      return new Done(reference);
    }
    try {
      JsonObject json = JsonText.object(body);
      return switch (text(json, "status").orElse("")) {
        case "held" -> new Done(text(json, "exchangeReference").orElse(reference));
        case "pending" -> new Later();
        case "refused" -> new Refused(text(json, "reason").orElse("The exchange gave no reason."));
        case "withdrawn", "replaced" -> new Refused("The exchange gave it back.");
        default -> new Silent("The exchange's answer cannot be understood.");
      };
    } catch (JsonException e) {
      return new Silent("The exchange's answer cannot be understood.");
    }
  }

  private static Duration retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(ASK_AFTER);
  }

  /** The words of a problem (RFC 9457), or the bare status. */
  private static String reason(HttpResponse<String> response) {
    try {
      JsonObject json = JsonText.object(response.body());
      String said =
          text(json, "detail")
              .or(() -> text(json, "title"))
              .orElse("The exchange answered with status " + response.statusCode() + ".");
      return said.length() > LONGEST_REASON ? said.substring(0, LONGEST_REASON) : said;
    } catch (JsonException e) {
      return "The exchange answered with status " + response.statusCode() + ".";
    }
  }

  private static Optional<String> text(JsonObject json, String name) {
    return json.get(name) instanceof JsonString text && !text.getString().isBlank()
        ? Optional.of(text.getString().strip())
        : Optional.empty();
  }
}
