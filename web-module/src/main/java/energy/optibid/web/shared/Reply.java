package energy.optibid.web.shared;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer that can be stored and given again: status, JSON body, headers.
 *
 * @param body a record, list or map that {@link JsonText} can write
 */
public record Reply(int status, Object body, Map<String, String> headers) {
  public static Reply ok(Object body) {
    return new Reply(200, body, Map.of());
  }

  /** 201 with Location; {@code path} is below {@code /api/v1}, for example {@code /bids/…}. */
  public static Reply created(String path, Object body) {
    return new Reply(201, body, Map.of(HttpHeaders.LOCATION, ApiApplication.PATH + path));
  }

  /** 202 with Location of the thing in the making. */
  public static Reply accepted(String path, Object body) {
    return new Reply(202, body, Map.of(HttpHeaders.LOCATION, ApiApplication.PATH + path));
  }

  /** The same with the ETag of {@code version}. */
  public Reply version(long version) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(HttpHeaders.ETAG, IfMatch.etag(version));
    return new Reply(status, body, more);
  }

  /** As a JAX-RS response. */
  public Response response() {
    return response(status, JsonText.of(body), headers);
  }

  static Response response(int status, String json, Map<String, String> headers) {
    Response.ResponseBuilder builder =
        Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(json);
    headers.forEach(builder::header);
    return builder.build();
  }
}
