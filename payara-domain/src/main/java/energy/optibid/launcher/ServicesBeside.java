package energy.optibid.launcher;

import energy.optibid.launcher.home.Home;
import energy.optibid.local.LocalService;
import energy.optibid.local.LocalServices;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The real servers a person asked for with {@code --with}, and those that still run from an earlier
 * start: further nodes use them, and all nodes of an installation use the same.
 */
record ServicesBeside(List<LocalService> services) {

  /** Starts them, or takes over those that run already; returns when all of them answer. */
  static ServicesBeside start(Home home, List<String> names, Progress progress) {
    Set<String> wanted = new LinkedHashSet<>(LocalServices.running(home.services()));
    names.forEach(name -> wanted.add(name.strip()));
    List<LocalService> services =
        wanted.stream().map(name -> LocalServices.of(name, home.services())).toList();
    for (LocalService service : services) {
      if (!service.process().isAlive()) {
        progress.say("starting " + service.name());
        service.start();
      }
      progress.say(service.name() + " is up: " + service.where());
    }
    return new ServicesBeside(services);
  }

  /** What the application has to know to use them. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    services.forEach(service -> settings.putAll(service.settings()));
    return settings;
  }
}
