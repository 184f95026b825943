package energy.optibid.web.shared;

import energy.optibid.shared.Fault;
import energy.optibid.shared.GateClosure;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem as it leaves the house.
 *
 * @param type relative link to the explanation of the code
 * @param instance the path that was called
 * @param traceId also in the answer's {@code X-Trace-Id} and in the server's log
 * @param closedAt when the gate closed, of a call that came too late for it
 * @param lateBy by how much it came too late, an ISO 8601 duration such as {@code PT3.2S}
 * @param errors the single faults of the request, where there are any
 */
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    String instance,
    String code,
    String traceId,
    @Nullable OffsetDateTime closedAt,
    @Nullable String lateBy,
    @Nullable List<Fault> errors) {

  /** The same, saying by how much the call came too late. */
  Problem tooLate(GateClosure gate) {
    Duration late = gate.lateBy();
    return new Problem(
        type,
        title,
        status,
        detail,
        instance,
        code,
        traceId,
        gate.closedAt(),
        late == null ? null : late.toString(),
        errors);
  }
}
