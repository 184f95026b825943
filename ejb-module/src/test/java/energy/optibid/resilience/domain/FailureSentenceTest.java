package energy.optibid.resilience.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.exceptions.JedisConnectionException;

class FailureSentenceTest {
  private static final String SECRET = "redis://:secret@10.0.0.7:6379";

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ConnectException(SECRET), "cannot be reached"),
        Arguments.of(new JedisConnectionException(SECRET), "cannot be reached"),
        Arguments.of(
            new JedisConnectionException(SECRET, new SocketTimeoutException("read")),
            "does not answer in time"),
        Arguments.of(
            new org.apache.kafka.common.errors.TimeoutException(SECRET), "does not answer in time"),
        Arguments.of(new SocketException("Connection reset"), "ended the connection"),
        Arguments.of(new IOException(SECRET, new EOFException()), "ended the connection"),
        Arguments.of(new UnknownHostException("cache.example"), "has an unknown host name"),
        Arguments.of(new SSLHandshakeException(SECRET), "cannot be spoken to over TLS"),
        Arguments.of(
            new IOException(
                SECRET,
                new SSLHandshakeException(SECRET).initCause(new CertificateException(SECRET))),
            "shows a certificate that is not trusted"),
        Arguments.of(
            new CircuitBreakerOpenException(SECRET), "is not asked for a while after it failed"),
        Arguments.of(new IllegalStateException(SECRET), "failed (IllegalStateException)"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void saysWhatIsWrong_andNothingElse(Throwable failure, String sentence) {
    assertEquals(sentence, FailureSentence.of(failure));
  }
}
