package energy.optibid.launcher;

import energy.optibid.launcher.home.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which installation a command is about. */
final class HomeOption {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = "${env:OPTIBID_HOME}",
      description = "Data, keys and server (OPTIBID_HOME; default .optibid in the checkout).")
  @Nullable Path folder;

  Home home() {
    return new Home(folder == null ? Checkout.root().resolve(".optibid") : folder);
  }
}
