package energy.optibid.web.operations;

import energy.optibid.operations.Service;
import energy.optibid.operations.Services;
import energy.optibid.shared.DeploymentProfile;
import energy.optibid.web.operations.StatusAnswer.Extent;
import energy.optibid.web.operations.StatusAnswer.Feature;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What works here, and what works in another way or not at all. */
@Path("/status")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "operations", description = "The installation itself")
public class StatusResource {
  private static final List<Feature> FEATURES =
      List.of(
          new Feature("order-book-import", Extent.FULL, null),
          new Feature("auction-clearing", Extent.FULL, null),
          new Feature("bidding", Extent.FULL, null),
          new Feature("live-events", Extent.FULL, null),
          new Feature("cache", Extent.FALLBACK, "in process; Redis is not switched on"),
          new Feature(
              "event-stream", Extent.FALLBACK, "PostgreSQL carries it; Kafka is not switched on"),
          new Feature("analytics", Extent.OFF, "not in this version"),
          new Feature("forecasting", Extent.OFF, "not in this version"));

  private final Services services;
  private final DeploymentProfile profile;
  private final Clock clock;
  private final String environment;
  private final String instance;

  @Inject
  public StatusResource(
      Services services,
      DeploymentProfile profile,
      Clock clock,
      @ConfigProperty(name = "optibid.environment", defaultValue = "development")
          String environment,
      @ConfigProperty(name = "optibid.instance.id", defaultValue = "local") String instance) {
    this.services = services;
    this.profile = profile;
    this.clock = clock;
    this.environment = environment;
    this.instance = instance;
  }

  @GET
  @PermitAll
  @Operation(operationId = "status", summary = "Version, services and features")
  public StatusAnswer status() {
    String version = StatusResource.class.getPackage().getImplementationVersion();
    Map<String, Service.State> states = services.states();
    return new StatusAnswer(
        version == null ? "0.1.0" : version,
        environment,
        profile.name(),
        instance,
        OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC),
        states,
        Stream.concat(FEATURES.stream(), Stream.of(mail(states.get("smtp")))).toList());
  }

  private static Feature mail(Service.@Nullable State smtp) {
    if (smtp == null || smtp.state() == Service.Condition.DISABLED) {
      return new Feature(
          "mail", Extent.OFF, "SMTP is not switched on; notifications stay in the application");
    }
    return smtp.state() == Service.Condition.UP
        ? new Feature("mail", Extent.FULL, null)
        : new Feature("mail", Extent.FALLBACK, "the mail server cannot be used; e-mail waits");
  }
}
