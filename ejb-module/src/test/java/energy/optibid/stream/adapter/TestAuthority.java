package energy.optibid.stream.adapter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.local.LocalKafka.KeyStore;
import energy.optibid.local.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A certificate authority made for a test, by the JDK's keytool. */
final class TestAuthority {
  static final String PASSWORD = "for-tests-only";

  private final Path folder;

  TestAuthority() {
    try {
      folder = Files.createTempDirectory("optibid-authority");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keytool("-genkeypair -alias ca -dname CN=authority -ext bc:c=ca:true -keystore ca.p12");
    keytool("-exportcert -rfc -alias ca -file ca.pem -keystore ca.p12");
    keytool("-importcert -noprompt -alias ca -file ca.pem -keystore trust.p12");
  }

  /** PKCS #12 with its certificate, for whoever is to trust it. */
  Path trustStore() {
    return folder.resolve("trust.p12");
  }

  /** The same as PEM. */
  Path certificate() {
    return folder.resolve("ca.pem");
  }

  /** Key and certificate of a server at 127.0.0.1 that it has signed. */
  KeyStore server() {
    keytool("-genkeypair -alias server -dname CN=server -keystore server.p12");
    keytool("-certreq -alias server -file server.csr -keystore server.p12");
    keytool(
        "-gencert -rfc -alias ca -ext san=ip:127.0.0.1 -infile server.csr -outfile server.pem"
            + " -keystore ca.p12");
    keytool("-importcert -noprompt -alias ca -file ca.pem -keystore server.p12");
    keytool("-importcert -alias server -file server.pem -keystore server.p12");
    return new KeyStore(folder.resolve("server.p12"), PASSWORD);
  }

  private void keytool(String arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    if (arguments.startsWith("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC", "-validity", "2"));
    }
    Command.Result answer = Command.run(command, Map.of(), folder);
    assertTrue(answer.succeeded(), answer.output());
  }
}
