package energy.optibid.gateway.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves who sent a request and that nobody changed it: HMAC-SHA256 (RFC 2104) over method, path
 * with query, date and digest of the body, a line each.
 *
 * @param digest {@code sha-256=…}, Base64
 * @param signature Base64
 */
public record RequestSignature(String digest, String signature) {

  /**
   * @param path with its query, as it is sent
   * @param date as in the Date header
   */
  public static RequestSignature of(
      String secret, String method, String path, String date, byte[] body) {
    try {
      String digest =
          "sha-256="
              + Base64.getEncoder()
                  .encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed =
          mac.doFinal(
              String.join("\n", method, path, date, digest).getBytes(StandardCharsets.UTF_8));
      return new RequestSignature(digest, Base64.getEncoder().encodeToString(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
