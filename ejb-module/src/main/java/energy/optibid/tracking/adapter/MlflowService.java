package energy.optibid.tracking.adapter;

import energy.optibid.operations.Feature.Extent;
import energy.optibid.resilience.Guard;
import energy.optibid.resilience.GuardedService;
import energy.optibid.resilience.ProbedService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The tracking server and how many experiments it keeps. Nothing here depends on it. */
@ApplicationScoped
public class MlflowService implements ProbedService {
  private static final Logger LOG = Logger.getLogger(MlflowService.class.getName());
  private static final Duration PROBE_EVERY = Duration.ofSeconds(30);
  private static final Use USE =
      new Use(
          "experiment-tracking",
          Extent.OFF,
          "MLflow is not switched on",
          Extent.OFF,
          "MLflow is away; its experiments cannot be looked at");

  private final MlflowSettings settings;
  private final GuardedService guarded;
  private volatile @Nullable MlflowClient client;
  private volatile @Nullable Long experiments;

  @Inject
  public MlflowService(MlflowSettings settings, MlflowGuard guard, Clock clock) {
    this(settings, (Guard) guard, clock);
  }

  MlflowService(MlflowSettings settings, Guard guard, Clock clock) {
    this.settings = settings;
    this.guarded = new GuardedService("mlflow", "nothing depends on it", guard, clock);
  }

  @Override
  public boolean enabled() {
    return settings.isOn();
  }

  @Override
  public GuardedService guarded() {
    return guarded;
  }

  @Override
  public void probe() throws IOException, InterruptedException {
    MlflowClient known = client;
    if (known == null) {
      known = new MlflowClient(settings.url());
      LOG.log(Level.INFO, "MLflow {0}", known.version());
      client = known;
    }
    known.greet();
    experiments = (long) known.experiments();
  }

  @Override
  public Map<String, Long> figures() {
    Long counted = experiments;
    return counted == null ? Map.of() : Map.of("experiments", counted);
  }

  @Override
  public Duration probeEvery() {
    return PROBE_EVERY;
  }

  @Override
  public Use use() {
    return USE;
  }
}
