package energy.optibid.idempotency;

import java.util.Map;

/** The answer of a call as it went over the wire. */
public record Answer(int status, String bodyJson, Map<String, String> headers) {

  public Answer {
    headers = Map.copyOf(headers);
  }
}
