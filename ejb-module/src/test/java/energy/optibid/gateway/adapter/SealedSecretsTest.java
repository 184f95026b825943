package energy.optibid.gateway.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret is read by the installation that sealed it, as the connection's it was sealed for. */
class SealedSecretsTest {
  @TempDir Path folder;

  @Test
  void onlyThisInstallation_andOnlyForThatConnection_readsIt() throws Exception {
    UUID connection = UUID.randomUUID();
    SealedSecrets secrets = new SealedSecrets(folder.resolve("keys"));
    byte[] sealed = secrets.seal("the secret", connection);
    assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("the secret"));
    assertFalse(Arrays.equals(sealed, secrets.seal("the secret", connection)));
    assertEquals("the secret", new SealedSecrets(folder.resolve("keys")).open(sealed, connection));
    assertThrows(IllegalStateException.class, () -> secrets.open(sealed, UUID.randomUUID()));
    assertThrows(
        IllegalStateException.class,
        () -> new SealedSecrets(folder.resolve("other")).open(sealed, connection));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("keys/exchange.key"))));
  }
}
