package energy.optibid.resilience.domain;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Says what went wrong with a service without an address, a name or a secret in it. */
public final class FailureSentence {
  private FailureSentence() {}

  /** The first cause that tells something, else the kind of the outermost one. */
  public static String of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CircuitBreakerOpenException) {
        return "is not asked for a while after it failed";
      }
      if (cause instanceof BulkheadException) {
        return "has as many calls under way as it may";
      }
      if (cause instanceof SocketTimeoutException
          || cause instanceof HttpTimeoutException
          || cause instanceof TimeoutException
          || cause instanceof org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException) {
        return "does not answer in time";
      }
      if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
        return "cannot be reached";
      }
      if (cause instanceof UnknownHostException) {
        return "has an unknown host name";
      }
      if (cause instanceof SSLException) {
        return isUntrusted(cause)
            ? "shows a certificate that is not trusted"
            : "cannot be spoken to over TLS";
      }
      if (cause instanceof SocketException || cause instanceof EOFException) {
        return "ended the connection";
      }
    }
    // clients have exceptions of their own for the same, which this package does not know
    String kind = failure.getClass().getSimpleName();
    if (kind.equals("TimeoutException")) {
      return "does not answer in time";
    }
    if (kind.endsWith("ConnectionException")) {
      return "cannot be reached";
    }
    return "failed (" + kind + ")";
  }

  private static boolean isUntrusted(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }
}
