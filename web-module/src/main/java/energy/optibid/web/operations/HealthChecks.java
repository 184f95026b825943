package energy.optibid.web.operations;

import energy.optibid.operations.Draining;
import energy.optibid.operations.Service;
import energy.optibid.operations.Services;
import energy.optibid.operations.StartUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * One check per service. Only a required one can make the node unready; an optional one is UP while
 * its fallback serves, and {@code data.state} tells.
 */
@ApplicationScoped
public class HealthChecks {
  private final Services services;
  private final StartUp startUp;
  private final Draining draining;

  @Inject
  public HealthChecks(Services services, StartUp startUp, Draining draining) {
    this.services = services;
    this.startUp = startUp;
    this.draining = draining;
  }

  @Produces
  @ApplicationScoped
  @Liveness
  HealthCheck alive() {
    return () -> HealthCheckResponse.up("application");
  }

  @Produces
  @ApplicationScoped
  @Startup
  HealthCheck started() {
    return () -> HealthCheckResponse.up("application-started");
  }

  /**
   * Down while the node ends: requests under way are answered, new ones are better off elsewhere.
   */
  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck traffic() {
    return () ->
        HealthCheckResponse.named("traffic")
            .withData("state", draining.isAnnounced() ? "ending" : "up")
            .status(!draining.isAnnounced())
            .build();
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck postgresql() {
    return () -> check("postgresql", true);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck outbox() {
    return () -> check("outbox", false);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck deliveries() {
    return () -> check("deliveries", false);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck jms() {
    return () -> check("jms", false);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck jobs() {
    return () -> check("jobs", false);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck audit() {
    return () -> check("audit", false);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck clock() {
    return () -> check("clock", false);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck redis() {
    return () -> check("redis", false);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck kafka() {
    return () -> check("kafka", false);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck clickhouse() {
    return () -> check("clickhouse", false);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck mlflow() {
    return () -> check("mlflow", false);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck s3() {
    return () -> check("s3", false);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck clamd() {
    return () -> check("clamd", false);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck smtp() {
    return () -> check("smtp", false);
  }

  @Produces
  @ApplicationScoped
  @Readiness
  HealthCheck exchanges() {
    return () -> check("exchanges", false);
  }

  private HealthCheckResponse check(String name, boolean required) {
    if (!startUp.isDone()) {
      return HealthCheckResponse.named(name)
          .withData("state", "starting")
          .status(!required)
          .build();
    }
    Service.State state = services.state(name);
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named(name)
            .withData("state", state.state().name().toLowerCase(Locale.ROOT))
            .status(!required || state.state() == Service.Condition.UP);
    Long latency = state.latencyMs();
    if (latency != null) {
      response.withData("latencyMs", latency);
    }
    String detail = state.detail();
    if (detail != null) {
      response.withData("detail", detail);
    }
    Service.Guarded guarded = state.guarded();
    if (guarded != null) {
      response
          .withData("since", guarded.since().toString())
          .withData("fallback", guarded.fallback())
          .withData("circuit", guarded.circuit().name().toLowerCase(Locale.ROOT));
      if (guarded.lastError() != null) {
        response.withData("lastError", guarded.lastError());
      }
    }
    state.figures().forEach(response::withData);
    return response.build();
  }
}
