package energy.optibid.web.operations;

import energy.optibid.operations.Service;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    List<Feature> features) {

  /** Something people can do here, and how well. */
  public record Feature(String name, Extent state, @Nullable String reason) {}

  /** How much of a feature there is. */
  public enum Extent {
    FULL,
    FALLBACK,
    OFF
  }
}
