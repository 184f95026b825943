package energy.optibid.gateway.adapter;

import energy.optibid.gateway.ConnectionTest;
import energy.optibid.gateway.domain.ConnectionSettings;
import energy.optibid.gateway.domain.ExchangeLink;
import energy.optibid.gateway.domain.ExchangeLinks;
import energy.optibid.gateway.domain.ExchangeMessage;
import energy.optibid.gateway.domain.HostRules;
import energy.optibid.gateway.domain.LinkAnswer;
import energy.optibid.gateway.domain.LinkAnswer.Done;
import energy.optibid.gateway.domain.ResultFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Connections by HTTP and by files, each kind with what its calls share. */
@ApplicationScoped
@Typed(ExchangeLinks.class)
public class ConfiguredLinks implements ExchangeLinks {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final DropFolders folders;
  private final HostRules hosts;
  private final Clock clock;

  @Inject
  public ConfiguredLinks(DropFolders folders, GatewaySettings settings, Clock clock) {
    this(folders, settings.hosts(), clock);
  }

  ConfiguredLinks(DropFolders folders, HostRules hosts, Clock clock) {
    this.folders = folders;
    this.hosts = hosts;
    this.clock = clock;
  }

  @Override
  public ExchangeLink of(ConnectionSettings settings) {
    return switch (settings.kind()) {
      case HTTP -> new HttpExchange(settings, client, hosts, clock);
      case FILE_DROP -> new FileDrop(settings, folders.of(settings), clock);
      case SIMULATED -> new Practice();
    };
  }

  /** Everything is taken and nothing happens. */
  private static final class Practice implements ExchangeLink {
    @Override
    public LinkAnswer place(ExchangeMessage order) {
      return new Done(order.reference());
    }

    @Override
    public LinkAnswer takeBack(ExchangeMessage order) {
      return new Done(order.reference());
    }

    @Override
    public LinkAnswer bar(ExchangeMessage order) {
      return new Done(order.reference());
    }

    @Override
    public LinkAnswer ask(ExchangeMessage order) {
      return new Done(order.reference());
    }

    @Override
    public Instant askAt(ExchangeMessage order, Instant now) {
      return now;
    }

    /** Nothing is held, nothing is awarded. */
    @Override
    public Optional<ResultFile> result(String marketCode, LocalDate day) {
      return Optional.empty();
    }

    @Override
    public ConnectionTest test() {
      return new ConnectionTest(true, "Bids are acknowledged here; no exchange is asked.", 0);
    }
  }
}
