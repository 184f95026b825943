package energy.optibid.launcher.server;

import energy.optibid.launcher.home.Home;
import energy.optibid.local.LaunchFailure;
import energy.optibid.local.process.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Puts the EAR into the server, and again only when its content has changed. */
public final class Deployment {
  private static final String APPLICATION = "optibid";
  private static final int BUFFER_BYTES = 1 << 16;

  private final Asadmin asadmin;
  private final Path ear;
  private final Path deployedHash;

  Deployment(Home home, Asadmin asadmin, Path ear) {
    this.asadmin = asadmin;
    this.ear = ear;
    this.deployedHash = home.payara().resolve("deployed.sha256");
  }

  /** True when the domain already holds this very EAR. */
  public boolean isCurrent() {
    try {
      return Files.exists(deployedHash) && Files.readString(deployedHash).equals(hash());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Deploys into the running server and returns when the application has started.
   *
   * @throws LaunchFailure with what the server said when it would not take the EAR
   */
  public void deploy(int adminPort) {
    try {
      Files.deleteIfExists(deployedHash);
      Command.Result result =
          asadmin.remote(
              adminPort, "deploy", "--force=true", "--name=" + APPLICATION, ear.toString());
      if (!result.succeeded()) {
        throw new LaunchFailure("The server refused the application: " + result.output().strip());
      }
      Files.writeString(deployedHash, hash());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String hash() throws IOException {
    try (InputStream file =
        new DigestInputStream(Files.newInputStream(ear), MessageDigest.getInstance("SHA-256"))) {
      byte[] buffer = new byte[BUFFER_BYTES];
      while (file.read(buffer) >= 0) {
        continue;
      }
      return HexFormat.of().formatHex(((DigestInputStream) file).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
