package energy.optibid.web.operations;

import energy.optibid.operations.Feature;
import energy.optibid.operations.Service;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * How the installation is, for people.
 *
 * @param instanceId also part of the refresh cookie's name
 */
public record StatusAnswer(
    String version,
    String environment,
    String profile,
    String instanceId,
    OffsetDateTime time,
    Map<String, Service.State> services,
    List<Feature> features) {}
