package energy.optibid.jms;

import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.Deliveries;
import energy.optibid.outbox.EventLog.Subscription;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Has the server's broker carry deliveries for as long as the application is deployed. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Broker {

  private static final Duration LONGEST_SEND = Duration.ofSeconds(5);

  @Resource private ManagedExecutorService threads;

  @Resource(lookup = "jms/optibid")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/optibid-gateway")
  private Queue gateway;

  @Resource(lookup = "jms/optibid-notifications")
  private Queue notifications;

  @Resource(lookup = "jms/optibid-projections")
  private Queue projections;

  @Inject private Deliveries deliveries;

  @Inject
  @ConfigProperty(name = "optibid.events.resend-after")
  private Duration resendAfter;

  private @Nullable Subscription carrying;

  @PostConstruct
  void plugIn() {
    carrying =
        deliveries.carryBy(
            new TimedTransport(
                new JmsTransport(
                    connections,
                    Map.of(
                        ConsumerQueue.GATEWAY, gateway,
                        ConsumerQueue.NOTIFICATIONS, notifications,
                        ConsumerQueue.PROJECTIONS, projections),
                    resendAfter),
                LONGEST_SEND,
                threads));
  }

  @PreDestroy
  void unplug() {
    Subscription plugged = carrying;
    if (plugged != null) {
      plugged.close();
    }
  }
}
