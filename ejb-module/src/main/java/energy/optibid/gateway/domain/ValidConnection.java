package energy.optibid.gateway.domain;

import energy.optibid.gateway.ConnectionKind;
import energy.optibid.gateway.ExchangeConnectionInput;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A connection that can be kept: it has what its kind needs and nothing that means nothing to it.
 *
 * @param secret the new signing secret; null keeps the one there is
 */
public record ValidConnection(
    String operatorCode,
    ConnectionKind kind,
    boolean enabled,
    @Nullable String memberId,
    @Nullable String folder,
    @Nullable String url,
    @Nullable String secret,
    Duration timeout,
    int attempts) {
  private static final Pattern MEMBER = Pattern.compile("[A-Za-z0-9-]{1,32}");
  private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final int LONGEST_URL = 300;
  private static final int SHORTEST_SECRET = 16;
  private static final int LONGEST_SECRET = 256;
  private static final int SHORTEST_TIMEOUT = 100;
  private static final int LONGEST_TIMEOUT = 60_000;
  private static final int USUAL_TIMEOUT = 5_000;
  private static final int MOST_ATTEMPTS = 20;
  private static final int USUAL_ATTEMPTS = 5;

  /**
   * @param isOperator whether there is an operator of that code whose markets are held outside
   * @param hasSecret whether the connection has a secret that may stay
   * @throws ProblemException {@code validation_failed} with every fault
   */
  public static ValidConnection of(
      ExchangeConnectionInput input,
      Predicate<String> isOperator,
      boolean hasSecret,
      HostRules hosts) {
    List<Fault> faults = new ArrayList<>();
    String operator = input.operatorCode() == null ? "" : input.operatorCode();
    if (!isOperator.test(operator)) {
      faults.add(
          new Fault("/operatorCode", "unknown", "Name an operator whose exchange is a real one."));
    }
    ConnectionKind kind = input.kind() == null ? ConnectionKind.SIMULATED : input.kind();
    boolean drop = kind == ConnectionKind.FILE_DROP;
    boolean http = kind == ConnectionKind.HTTP;
    shape("/memberId", drop || http, input.memberId(), MEMBER, "letters, digits and -", faults);
    shape("/folder", drop, input.folder(), FOLDER, "letters, digits, - and _", faults);
    url(http, input.url(), hosts, faults);
    secret(http, input.secret(), hasSecret, faults);
    int timeout = input.timeoutMillis() == null ? USUAL_TIMEOUT : input.timeoutMillis();
    if (timeout < SHORTEST_TIMEOUT || timeout > LONGEST_TIMEOUT) {
      faults.add(new Fault("/timeoutMillis", "range", "Must be from 100 to 60,000 ms."));
    }
    int attempts = input.attempts() == null ? USUAL_ATTEMPTS : input.attempts();
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      faults.add(new Fault("/attempts", "range", "Must be from 1 to 20."));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "The connection has " + faults.size() + (faults.size() == 1 ? " fault." : " faults."),
          faults);
    }
    return new ValidConnection(
        operator,
        kind,
        !Boolean.FALSE.equals(input.enabled()),
        input.memberId(),
        input.folder(),
        input.url(),
        input.secret(),
        Duration.ofMillis(timeout),
        attempts);
  }

  private static void shape(
      String field,
      boolean wanted,
      @Nullable String value,
      Pattern pattern,
      String letters,
      List<Fault> faults) {
    if (presence(field, wanted, value, faults)
        && value != null
        && !pattern.matcher(value).matches()) {
      faults.add(new Fault(field, "shape", "Takes " + letters + " only."));
    }
  }

  private static void url(
      boolean wanted, @Nullable String value, HostRules hosts, List<Fault> faults) {
    if (!presence("/url", wanted, value, faults) || value == null) {
      return;
    }
    try {
      if (value.length() > LONGEST_URL) {
        faults.add(new Fault("/url", "length", "An address takes 300 characters."));
      }
      hosts
          .objection(new URI(value))
          .ifPresent(objection -> faults.add(new Fault("/url", "address", objection)));
    } catch (URISyntaxException e) {
      faults.add(new Fault("/url", "address", "This is not an address."));
    }
  }

  private static void secret(
      boolean wanted, @Nullable String value, boolean hasSecret, List<Fault> faults) {
    if (value == null && wanted && hasSecret) {
      return;
    }
    if (presence("/secret", wanted, value, faults)
        && value != null
        && (value.length() < SHORTEST_SECRET || value.length() > LONGEST_SECRET)) {
      faults.add(new Fault("/secret", "length", "A secret has 16 to 256 characters."));
    }
  }

  private static boolean presence(
      String field, boolean wanted, @Nullable String value, List<Fault> faults) {
    if (wanted && value == null) {
      faults.add(new Fault(field, "required", "A connection of this kind needs it."));
    } else if (!wanted && value != null) {
      faults.add(new Fault(field, "kind", "It means nothing to a connection of this kind."));
    }
    return wanted && value != null;
  }
}
