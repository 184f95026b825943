package energy.optibid.web.shared;

import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sha256;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Requires the key and takes the fingerprint of the request: SHA-256 of method, path and body. A
 * multipart body is left out (its boundary differs in every attempt, and it may be large).
 */
@Provider
@Idempotent
@Priority(Priorities.HEADER_DECORATOR)
public class IdempotencyFilter implements ContainerRequestFilter {
  static final String HEADER = "Idempotency-Key";
  static final String KEY = IdempotencyFilter.class.getName() + ".key";
  static final String FINGERPRINT = IdempotencyFilter.class.getName() + ".fingerprint";
  static final String OPERATION = IdempotencyFilter.class.getName() + ".operation";
  private static final String SHAPE = "[\\x21-\\x7e]{8,128}";

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String key = request.getHeaderString(HEADER);
    if (key == null || !key.matches(SHAPE)) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "Send an Idempotency-Key header of 8 to 128 visible characters, new for each thing you"
              + " create and the same when you try again.");
    }
    String operation = request.getMethod() + " " + request.getUriInfo().getPath();
    MessageDigest digest = Sha256.begin();
    digest.update(operation.getBytes(StandardCharsets.UTF_8));
    MediaType type = request.getMediaType();
    if (request.hasEntity() && (type == null || !type.getType().equals("multipart"))) {
      byte[] body = request.getEntityStream().readAllBytes();
      digest.update((byte) 0);
      digest.update(body);
      request.setEntityStream(new ByteArrayInputStream(body));
    }
    request.setProperty(KEY, key);
    request.setProperty(OPERATION, operation);
    request.setProperty(FINGERPRINT, HexFormat.of().formatHex(digest.digest()));
  }
}
