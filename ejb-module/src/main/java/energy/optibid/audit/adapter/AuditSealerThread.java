package energy.optibid.audit.adapter;

import energy.optibid.shared.DirectConnections;
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
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Runs the sealer for as long as the application is deployed. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditSealerThread {

  @Resource private ManagedThreadFactory threads;
  @Inject private DirectConnections connections;
  private @Nullable AuditSealer sealer;

  @PostConstruct
  void start() {
    AuditSealer started = new AuditSealer(connections);
    sealer = started;
    Thread thread = threads.newThread(started);
    thread.setName("optibid-audit-sealer");
    thread.start();
  }

  @PreDestroy
  void stop() {
    AuditSealer running = sealer;
    if (running != null) {
      running.stop();
    }
  }
}
