package energy.optibid.launcher.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsIT {
  @TempDir Path folder;

  @Test
  void passwords_areKeptAndClosedToOthers() throws IOException {
    Path secrets = OwnerOnly.folder(folder.resolve("secrets"));
    Path file = secrets.resolve("passwords.properties");
    String first = new Secrets(file).password("a");
    assertEquals(first, new Secrets(file).password("a"));
    assertNotEquals(first, new Secrets(file).password("b"));
    assertTrue(first.length() >= 32);
    assertEquals("rw-------", permissions(file));
    assertEquals("rwx------", permissions(secrets));
  }

  @Test
  void home_isClosedToOthers() throws IOException {
    Home home = new Home(folder.resolve("deep/home"));
    home.prepare();
    for (Path part : new Path[] {home.folder(), home.keys(), home.secrets(), home.postgres()}) {
      assertEquals("rwx------", permissions(part));
    }
  }

  @Test
  void signingKey_isMadeOnceAndClosedToOthers() throws IOException {
    SigningKeys keys = new SigningKeys(OwnerOnly.folder(folder.resolve("keys")));
    keys.ensure();
    String first = Files.readString(keys.privateKey());
    keys.ensure();
    assertEquals(first, Files.readString(keys.privateKey()));
    assertTrue(first.startsWith("-----BEGIN PRIVATE KEY-----\n"));
    assertEquals("rw-------", permissions(keys.privateKey()));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
