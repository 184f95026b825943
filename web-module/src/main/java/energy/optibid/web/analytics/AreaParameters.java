package energy.optibid.web.analytics;

import energy.optibid.analytics.SeriesKey;
import energy.optibid.market.PriceSource;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which series of prices, as a {@code @BeanParam}. */
public class AreaParameters {
  @QueryParam("marketCode")
  @Parameter(required = true)
  @Nullable String marketCode;

  @QueryParam("area")
  @Parameter(required = true)
  @Nullable String area;

  @QueryParam("source")
  @Parameter(description = "published unless given; what was cleared here is cleared")
  @Nullable PriceSource source;

  @QueryParam("exchangeId")
  @Parameter(
      description =
          "A simulated exchange. Without it: the shared one for its markets, and of real markets"
              + " all that belongs to no exchange")
  @Nullable UUID exchangeId;

  /** For JAX-RS. */
  public AreaParameters() {}

  /**
   * @throws ProblemException malformed_request with everything that is missing
   */
  SeriesKey series() {
    List<Fault> faults = new ArrayList<>();
    SeriesKey series = series(faults);
    if (series == null) {
      throw SeriesParameters.missing(faults);
    }
    return series;
  }

  /** The series, or null once it is noted what is missing. */
  @Nullable SeriesKey series(List<Fault> faults) {
    String market = SeriesParameters.required("marketCode", marketCode, "Name the market.", faults);
    String code = SeriesParameters.required("area", area, "Name the area.", faults);
    return market == null || code == null
        ? null
        : new SeriesKey(market, code, source == null ? PriceSource.PUBLISHED : source, exchangeId);
  }
}
