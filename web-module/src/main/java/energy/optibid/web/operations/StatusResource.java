package energy.optibid.web.operations;

import energy.optibid.operations.Feature;
import energy.optibid.operations.Feature.Extent;
import energy.optibid.operations.Services;
import energy.optibid.resilience.ProbedService;
import energy.optibid.shared.DeploymentProfile;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What works here, and what works in another way or not at all.
 *
 * <p>Payara puts Fault Tolerance to work where it finds one of its annotations in a WAR, and then
 * in the whole application; the time-out here is also what makes the guards of optional services
 * hold (ADR 0028).
 */
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
          new Feature("forecasting", Extent.OFF, "not in this version"));

  private final Services services;
  private final Instance<ProbedService> optional;
  private final DeploymentProfile profile;
  private final Clock clock;
  private final String environment;
  private final String instance;

  @Inject
  public StatusResource(
      Services services,
      @Any Instance<ProbedService> optional,
      DeploymentProfile profile,
      Clock clock,
      @ConfigProperty(name = "optibid.environment", defaultValue = "development")
          String environment,
      @ConfigProperty(name = "optibid.instance.id", defaultValue = "local") String instance) {
    this.services = services;
    this.optional = optional;
    this.profile = profile;
    this.clock = clock;
    this.environment = environment;
    this.instance = instance;
  }

  @GET
  @PermitAll
  @Timeout(value = 5, unit = ChronoUnit.SECONDS)
  @Operation(operationId = "status", summary = "Version, services and features")
  public StatusAnswer status() {
    String version = StatusResource.class.getPackage().getImplementationVersion();
    return new StatusAnswer(
        version == null ? "0.1.0" : version,
        environment,
        profile.name(),
        instance,
        OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC),
        services.states(),
        Stream.concat(
                FEATURES.stream(),
                optional.stream()
                    .map(ProbedService::feature)
                    .sorted(Comparator.comparing(Feature::name)))
            .toList());
  }
}
