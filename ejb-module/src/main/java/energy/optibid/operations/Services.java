package energy.optibid.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every service by name, those that are not switched on included. */
@ApplicationScoped
public class Services {
  /** What an installation may have; without an adapter at work they are disabled. */
  public static final List<String> OPTIONAL =
      List.of("redis", "kafka", "clickhouse", "mlflow", "s3", "smtp");

  private static final Service.State OFF =
      new Service.State(Service.Condition.DISABLED, null, "not switched on");

  private final Instance<Service> services;

  @Inject
  public Services(@Any Instance<Service> services) {
    this.services = services;
  }

  /** Asks all of them now. */
  public Map<String, Service.State> states() {
    Map<String, Service.State> states = new TreeMap<>();
    for (String name : OPTIONAL) {
      states.put(name, OFF);
    }
    for (Service service : services) {
      states.put(service.name(), service.ask());
    }
    return states;
  }

  /** Asks one now. */
  public Service.State state(String name) {
    for (Service service : services) {
      if (service.name().equals(name)) {
        return service.ask();
      }
    }
    return OFF;
  }
}
