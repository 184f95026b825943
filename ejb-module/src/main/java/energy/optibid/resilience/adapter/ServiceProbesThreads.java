package energy.optibid.resilience.adapter;

import energy.optibid.resilience.ProbedService;
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
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** One thread per service that is on, for as long as the application is deployed. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ServiceProbesThreads {

  @Resource private ManagedThreadFactory threads;

  @Inject @Any private Instance<ProbedService> services;

  private final List<ServiceProbes> running = new ArrayList<>();

  @PostConstruct
  void start() {
    for (ProbedService service : services) {
      if (service.enabled()) {
        ServiceProbes probes = new ServiceProbes(service);
        running.add(probes);
        Thread thread = threads.newThread(probes);
        thread.setName("optibid-probe-" + service.name());
        thread.start();
      }
    }
  }

  @PreDestroy
  void stop() {
    running.forEach(ServiceProbes::stop);
  }
}
