package energy.optibid.web.shared;

import energy.optibid.shared.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem as it leaves the house.
 *
 * @param type relative link to the explanation of the code
 * @param instance the path that was called
 * @param traceId also in the answer's {@code X-Trace-Id} and in the server's log
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
    @Nullable List<Fault> errors) {}
