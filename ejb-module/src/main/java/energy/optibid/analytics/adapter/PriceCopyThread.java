package energy.optibid.analytics.adapter;

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

/** The thread that copies, alive while the application is deployed and ClickHouse is on. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PriceCopyThread {

  @Resource private ManagedThreadFactory threads;
  @Inject private ClickHouseService service;
  private PriceCopyLoop loop;

  @PostConstruct
  void start() {
    loop = new PriceCopyLoop(service);
    if (service.enabled()) {
      Thread thread = threads.newThread(loop);
      thread.setName("optibid-price-copy");
      thread.start();
    }
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }
}
