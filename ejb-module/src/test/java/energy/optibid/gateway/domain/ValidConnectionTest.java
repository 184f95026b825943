package energy.optibid.gateway.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.gateway.ConnectionKind;
import energy.optibid.gateway.ExchangeConnectionInput;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection may be, every fault at once, and where it may lead. */
class ValidConnectionTest {
  private static final HostRules HOSTS = new HostRules(Set.of("exchange.test:8443"));
  private static final String SECRET = "0123456789abcdef";

  @Test
  void everythingWrong_isSaidAtOnce() {
    assertEquals(
        List.of("/operatorCode", "/memberId", "/folder", "/secret", "/timeoutMillis", "/attempts"),
        faults(
            new ExchangeConnectionInput(
                "nobody",
                ConnectionKind.FILE_DROP,
                true,
                "with_underscore",
                "..",
                null,
                SECRET,
                1,
                0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../other", "/etc", "a/b", ".", "a.b", "", "-x"})
  void aFolder_leadsNowhereElse(String folder) {
    assertEquals(
        List.of("/folder"),
        faults(
            new ExchangeConnectionInput(
                "iex", ConnectionKind.FILE_DROP, true, "M1", folder, null, null, null, null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://exchange.example/api",
        "https://10.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://intranet/",
        "https://user@exchange.example/",
        "https://exchange.example/?a=b",
        "file:///etc/passwd",
        "http://exchange.test:9999/",
        "no address"
      })
  void anAddressInsideTheOperatorsNetwork_isRefused(String url) {
    assertEquals(List.of("/url"), faults(http(url, SECRET)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://exchange.example/api", "http://exchange.test:8443/v1"})
  void aPublicHostByHttps_orOneTheOperatorNamed_isTaken(String url) {
    assertEquals(List.of(), faults(http(url, SECRET)));
  }

  @Test
  void aSecret_isNeededOnce() {
    assertEquals(List.of("/secret"), faults(http("https://exchange.example/", null)));
    ValidConnection kept =
        ValidConnection.of(http("https://exchange.example/", null), code -> true, true, HOSTS);
    assertEquals(5, kept.attempts());
  }

  private static ExchangeConnectionInput http(String url, @Nullable String secret) {
    return new ExchangeConnectionInput(
        "iex", ConnectionKind.HTTP, true, "M1", null, url, secret, null, null);
  }

  private static List<String> faults(ExchangeConnectionInput input) {
    try {
      ValidConnection ignored = ValidConnection.of(input, "iex"::equals, false, HOSTS);
      return List.of();
    } catch (ProblemException refused) {
      return refused.faults().stream().map(Fault::field).toList();
    }
  }
}
