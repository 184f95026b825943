package energy.optibid.web.operations;

import energy.optibid.web.shared.ProblemAnswers;
import energy.optibid.web.shared.RateLimitFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says of every limited operation how its answers tell what is left, and what comes beyond. */
final class RateLimitDescription {
  private static final String REFUSAL = "RateLimited";
  private static final List<String> TOLD =
      List.of(RateLimitFilter.LIMIT, RateLimitFilter.REMAINING, RateLimitFilter.RESET);

  private RateLimitDescription() {}

  /**
   * Adds headers and the answer 429.
   *
   * @param api with its paths
   */
  static void addTo(OpenAPI api) {
    Components components = api.getComponents();
    components
        .addHeader(
            RateLimitFilter.LIMIT,
            number("Requests of this kind within the window: of this person, else this address."))
        .addHeader(RateLimitFilter.REMAINING, number("How many of them are left."))
        .addHeader(
            RateLimitFilter.RESET,
            number(
                "Seconds until all are there again, if nothing is called meanwhile; less than"
                    + " twice the window."))
        .addHeader(HttpHeaders.RETRY_AFTER, number("Seconds until another request is allowed."))
        .addResponse(REFUSAL, refusal());
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (RateLimitFilter.limits(path)) {
                item.getOperations().values().forEach(RateLimitDescription::describe);
              }
            });
  }

  private static void describe(Operation operation) {
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (code, answer) -> {
              if (code.startsWith("2")) {
                TOLD.forEach(name -> answer.addHeader(name, reference(name)));
              }
            });
    operation.getResponses().addAPIResponse("429", OASFactory.createAPIResponse().ref(REFUSAL));
  }

  private static APIResponse refusal() {
    APIResponse refusal =
        OASFactory.createAPIResponse()
            .description("Too many requests; nothing was done.")
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        ProblemAnswers.MEDIA_TYPE,
                        OASFactory.createMediaType().schema(SchemaCatalog.reference("Problem"))));
    TOLD.forEach(name -> refusal.addHeader(name, reference(name)));
    return refusal.addHeader(HttpHeaders.RETRY_AFTER, reference(HttpHeaders.RETRY_AFTER));
  }

  private static Header number(String description) {
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().type(Schema.SchemaType.INTEGER).format("int64"));
  }

  private static Header reference(String name) {
    return OASFactory.createHeader().ref(name);
  }
}
