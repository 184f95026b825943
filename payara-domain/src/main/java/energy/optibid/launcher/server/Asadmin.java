package energy.optibid.launcher.server;

import energy.optibid.launcher.home.OwnerOnly;
import energy.optibid.launcher.home.Secrets;
import energy.optibid.local.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara's command line client. The password reaches it in a file, never as an argument. */
final class Asadmin {
  /** Who signs in to the admin console. */
  static final String USER = "admin";

  /** Protects the domain's own key store, which holds no key that anything here uses. */
  private static final String MASTER_PASSWORD = "changeit";

  private final Path glassfish;
  private final String password;
  private final Path passwordFile;

  Asadmin(Path glassfish, Secrets secrets) {
    this.glassfish = glassfish;
    this.password = secrets.password("payara.admin.password");
    this.passwordFile = secrets.file().resolveSibling("asadmin.properties");
    OwnerOnly.write(
        passwordFile,
        "AS_ADMIN_PASSWORD=%s%nAS_ADMIN_MASTERPASSWORD=%s%n".formatted(password, MASTER_PASSWORD));
  }

  /** Runs a command that needs no running server. */
  Command.Result local(String... arguments) {
    return run(List.of(), arguments);
  }

  /** Runs a command inside the server that listens on that admin port. */
  Command.Result remote(int adminPort, String... arguments) {
    return run(List.of("--host", "127.0.0.1", "--port", Integer.toString(adminPort)), arguments);
  }

  /** What a server started by us expects on its standard input. */
  String standardInput() {
    return "AS_ADMIN_USER=%s%nAS_ADMIN_MASTERPASSWORD=%s%nAS_ADMIN_PASSWORD=%s%n"
        .formatted(USER, MASTER_PASSWORD, password);
  }

  private Command.Result run(List<String> target, String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(javaProgram());
    line.add("-Xshare:auto");
    line.add("-XX:TieredStopAtLevel=1");
    line.add("-jar");
    line.add(glassfish.resolve("lib/client/appserver-cli.jar").toString());
    line.addAll(List.of("--interactive=false", "--user", USER));
    line.addAll(List.of("--passwordfile", passwordFile.toString()));
    line.addAll(target);
    line.addAll(List.of(arguments));
    return Command.run(line, Map.of(), glassfish);
  }

  /** The Java this launcher runs on. */
  static String javaProgram() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
