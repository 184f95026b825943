package energy.optibid.identity.adapter;

import energy.optibid.outbox.DatabaseSignals;
import energy.optibid.outbox.EventLog.Subscription;
import energy.optibid.redis.Redis;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps this node informed of revoked sessions while the application is deployed. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RevokedSessionsThread {
  private static final Logger LOG = Logger.getLogger(RevokedSessionsThread.class.getName());
  private static final String CHANNEL = "revoked-sessions";

  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedExecutorService executor;
  @Inject private NodeRevokedSessions sessions;
  @Inject private DatabaseSignals signals;
  @Inject private Redis redis;
  private @Nullable RevokedSessionsReader reader;
  private @Nullable Subscription database;
  private Redis.@Nullable Subscription channel;

  @PostConstruct
  void start() {
    RevokedSessionsReader started = new RevokedSessionsReader(sessions);
    reader = started;
    database = signals.onSignal(DatabaseSignals.REVOKED_SESSIONS, started::wake);
    if (redis.isOn()) {
      sessions.tellOthersBy(this::tell);
      channel =
          redis.subscribe(
              CHANNEL,
              message ->
                  sessions.heard(UUID.fromString(new String(message, StandardCharsets.US_ASCII))));
    }
    Thread thread = threads.newThread(started);
    thread.setName("optibid-revoked-sessions");
    thread.start();
  }

  private void tell(UUID session) {
    byte[] message = session.toString().getBytes(StandardCharsets.US_ASCII);
    executor.execute(
        () -> {
          boolean told =
              redis.callOr(
                  commands -> {
                    commands.publish(CHANNEL, message);
                    return true;
                  },
                  () -> false);
          LOG.log(Level.FINE, "told over Redis: {0}", told);
        });
  }

  @PreDestroy
  void stop() {
    if (database != null) {
      database.close();
    }
    if (channel != null) {
      channel.close();
    }
    RevokedSessionsReader running = reader;
    if (running != null) {
      running.stop();
    }
  }
}
