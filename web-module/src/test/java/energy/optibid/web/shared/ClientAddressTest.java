package energy.optibid.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
  private final ClientAddress behindTwo = new ClientAddress(Optional.of("10.0.0.1, 10.0.0.2"));

  @Test
  void withoutTrustedProxies_theHeaderMeansNothing() {
    ClientAddress direct = new ClientAddress(Optional.empty());
    assertEquals("198.51.100.7", direct.of("198.51.100.7", List.of("203.0.113.9")));
  }

  @Test
  void theAddressBeforeTheTrustedProxies_isTheClients() {
    assertEquals("203.0.113.9", behindTwo.of("10.0.0.1", List.of("203.0.113.9")));
    assertEquals("203.0.113.9", behindTwo.of("10.0.0.1", List.of("203.0.113.9, 10.0.0.2")));
    assertEquals("2001:db8::1", behindTwo.of("10.0.0.1", List.of("2001:db8::1", "10.0.0.2")));
  }

  @Test
  void whatTheClientWroteItself_isNotBelieved() {
    assertEquals("203.0.113.9", behindTwo.of("10.0.0.1", List.of("10.9.9.9, 203.0.113.9")));
    assertEquals("198.51.100.7", behindTwo.of("198.51.100.7", List.of("203.0.113.9")));
    assertEquals("10.0.0.1", behindTwo.of("10.0.0.1", List.of("203.0.113.9, <script>")));
    assertEquals("10.0.0.1", behindTwo.of("10.0.0.1", List.of()));
  }
}
