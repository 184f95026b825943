package energy.optibid.config;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The properties file named by the system property {@code optibid.config.file}. Settings of one
 * installation come this way because a file can be closed to other users of the machine, which
 * arguments of a process cannot. Environment variables and system properties win over it, and it
 * wins over the shipped defaults. Without that system property it is empty.
 */
public final class FileConfigSource implements ConfigSource {
  /** Names the file. */
  public static final String FILE_PROPERTY = "optibid.config.file";

  /** Between the shipped defaults (100) and environment variables (300). */
  private static final int ORDINAL = 250;

  private final Map<String, String> settings;

  /** Reads the file once: settings do not change while the application runs. */
  public FileConfigSource() {
    this(System.getProperty(FILE_PROPERTY));
  }

  FileConfigSource(@Nullable String file) {
    this.settings = file == null ? Map.of() : read(Path.of(file));
  }

  @Override
  public Map<String, String> getProperties() {
    return settings;
  }

  @Override
  public Set<String> getPropertyNames() {
    return settings.keySet();
  }

  @Override
  public @Nullable String getValue(String name) {
    return settings.get(name);
  }

  @Override
  public String getName() {
    return "OptiBid installation file";
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the settings in " + file, e);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> settings.put(name, properties.getProperty(name)));
    return Map.copyOf(settings);
  }
}
