package energy.optibid.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileConfigSourceTest {
  @TempDir Path folder;

  @Test
  void settingsOfTheFile_areServed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("optibid.properties"), "optibid.db.url=jdbc\\:x\na = b c\n");
    FileConfigSource source = new FileConfigSource(file.toString());
    assertEquals("jdbc:x", source.getValue("optibid.db.url"));
    assertEquals("b c", source.getProperties().get("a"));
    assertNull(source.getValue("c"));
  }

  @Test
  void withoutFile_isEmpty() {
    assertTrue(new FileConfigSource(null).getPropertyNames().isEmpty());
  }

  @Test
  void missingFile_isNamed() {
    String missing = folder.resolve("none").toString();
    UncheckedIOException failure =
        assertThrows(UncheckedIOException.class, () -> new FileConfigSource(missing));
    assertTrue(String.valueOf(failure.getMessage()).contains(missing));
  }

  @Test
  void environmentWins_andShippedDefaultsLose() {
    int ordinal = new FileConfigSource(null).getOrdinal();
    assertTrue(ordinal > 100 && ordinal < 300);
  }

  @Test
  void shippedDefaults_areInTheJarUnderMicroProfilesName() throws IOException {
    Properties defaults = new Properties();
    try (InputStream shipped =
        FileConfigSource.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      defaults.load(shipped);
    }
    assertEquals("standard", defaults.getProperty("optibid.profile"));
  }
}
