package energy.optibid.web.analytics;

import energy.optibid.analytics.SeriesKey;
import energy.optibid.analytics.Span;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which prices of a series an analysis is of, as a {@code @BeanParam}. */
public class SeriesParameters extends AreaParameters {
  @QueryParam("from")
  @Parameter(required = true, description = "Of the first block's start, inclusive")
  @Nullable OffsetDateTime from;

  @QueryParam("to")
  @Parameter(required = true, description = "Exclusive")
  @Nullable OffsetDateTime to;

  /** For JAX-RS. */
  public SeriesParameters() {}

  /** What is asked for, once everything is there. */
  record Question(SeriesKey series, Span span) {}

  /**
   * @throws ProblemException malformed_request with everything that is missing
   */
  Question question() {
    List<Fault> faults = new ArrayList<>();
    SeriesKey series = series(faults);
    OffsetDateTime begin = required("from", from, "Say from when, with offset.", faults);
    OffsetDateTime end = required("to", to, "Say until when, with offset.", faults);
    if (series == null || begin == null || end == null) {
      throw missing(faults);
    }
    return new Question(series, new Span(begin.toInstant(), end.toInstant()));
  }

  static <T> @Nullable T required(
      String name, @Nullable T value, String message, List<Fault> faults) {
    if (value == null || value.equals("")) {
      faults.add(new Fault("?" + name, "required", message));
      return null;
    }
    return value;
  }

  static ProblemException missing(List<Fault> faults) {
    return new ProblemException(
        ProblemCode.MALFORMED_REQUEST, "Query parameters are missing.", faults);
  }

  /** Numbers separated by commas; none of null. */
  static List<BigDecimal> numbers(String name, @Nullable String text) {
    List<BigDecimal> numbers = new ArrayList<>();
    if (text != null && !text.isBlank()) {
      for (String number : text.split(",", -1)) {
        numbers.add(number(name, number));
      }
    }
    return numbers;
  }

  /** One number in plain notation. */
  static BigDecimal number(String name, String text) {
    if (!text.strip().matches("-?[0-9]{1,12}(\\.[0-9]{1,8})?")) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "A query parameter is wrong.",
          List.of(
              new Fault("?" + name, "wrong_type", "Must be numbers such as 12.5, with commas.")));
    }
    return new BigDecimal(text.strip());
  }
}
