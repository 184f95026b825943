package energy.optibid.operations.adapter;

import energy.optibid.operations.StartUp;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Says that the beans of the start have come to run, and with them the configuration is there. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class StartUpMark {

  @Inject private StartUp startUp;

  @PostConstruct
  void mark() {
    startUp.done();
  }
}
