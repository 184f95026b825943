package energy.optibid.market.adapter;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

/** Takes ticks to other nodes and brings theirs while the application is deployed. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class TickRelayThreads {

  @Resource private ManagedThreadFactory threads;
  @Inject private CarriedTickRelay relay;
  @Inject private NodePriceTicks ticks;

  @PostConstruct
  void start() {
    relay.connect(ticks, threads);
  }

  @PreDestroy
  void stop() {
    relay.close();
  }
}
