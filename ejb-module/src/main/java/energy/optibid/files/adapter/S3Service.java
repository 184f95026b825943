package energy.optibid.files.adapter;

import energy.optibid.operations.Feature.Extent;
import energy.optibid.resilience.Guard;
import energy.optibid.resilience.GuardedService;
import energy.optibid.resilience.ProbedService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;

/** The object store. While it is away nothing is taken in, and files in the folder are served. */
@ApplicationScoped
public class S3Service implements ProbedService {
  private static final Use USE =
      new Use(
          "files",
          Extent.FULL,
          "files lie in a folder",
          Extent.OFF,
          "the object store is away; no file can be stored, and those in it cannot be had");

  private final S3Settings settings;
  private final S3Store store;
  private final GuardedService guarded;

  @Inject
  public S3Service(S3Settings settings, S3Store store, S3Guard guard, Clock clock) {
    this(settings, store, (Guard) guard, clock);
  }

  S3Service(S3Settings settings, S3Store store, Guard guard, Clock clock) {
    this.settings = settings;
    this.store = store;
    this.guarded = new GuardedService("s3", "files are refused until it is back", guard, clock);
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
  public void probe() throws IOException {
    store.greet();
  }

  @Override
  public Use use() {
    return USE;
  }
}
