package energy.optibid.launcher;

import java.nio.file.Path;

/** Where the built artefacts are: the folder the script {@code optibid} lies in. */
final class Checkout {
  private Checkout() {}

  static Path root() {
    return Path.of(System.getProperty("optibid.root", ".")).toAbsolutePath().normalize();
  }

  static Path ear() {
    return root().resolve("ear/target/optibid.ear");
  }

  /** The application for Payara Micro; built by {@code ./optibid node} alone. */
  static Path microWar() {
    return root().resolve("micro/target/optibid-micro.war");
  }

  static Path microArchives() {
    return root().resolve("micro/target/payara");
  }

  static Path payaraArchives() {
    return root().resolve("payara-domain/target/payara");
  }

  static Path frontend() {
    return root().resolve("frontend");
  }
}
