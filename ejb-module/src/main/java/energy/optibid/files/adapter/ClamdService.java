package energy.optibid.files.adapter;

import energy.optibid.files.domain.VirusScanner;
import energy.optibid.operations.Feature.Extent;
import energy.optibid.resilience.Guard;
import energy.optibid.resilience.GuardedService;
import energy.optibid.resilience.ProbedService;
import energy.optibid.resilience.ServiceUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The virus scanner. Where one is switched on, nothing unscanned is taken in. */
@ApplicationScoped
public class ClamdService implements ProbedService, VirusScanner {
  private static final Use USE =
      new Use(
          "virus-scanning",
          Extent.OFF,
          "no scanner is switched on; files are stored unscanned",
          Extent.OFF,
          "the virus scanner is away; no file can be stored");

  private final ClamdSettings settings;
  private final Clamd clamd;
  private final GuardedService guarded;

  @Inject
  public ClamdService(ClamdSettings settings, ClamdGuard guard, Clock clock) {
    this(settings, (Guard) guard, clock);
  }

  ClamdService(ClamdSettings settings, Guard guard, Clock clock) {
    this.settings = settings;
    this.clamd = new Clamd(settings);
    this.guarded = new GuardedService("clamd", "files are refused until it is back", guard, clock);
  }

  @Override
  public Optional<String> scan(Path file) throws ServiceUnavailableException {
    return enabled() ? guarded.call(() -> clamd.scan(file)) : Optional.empty();
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
    clamd.ping();
  }

  @Override
  public Use use() {
    return USE;
  }
}
