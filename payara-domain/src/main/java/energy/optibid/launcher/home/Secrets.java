package energy.optibid.launcher.home;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Generated passwords, kept in one properties file of which nobody but the owner reads a line. */
public final class Secrets {
  private static final int PASSWORD_BYTES = 24;

  private final Path file;
  private final Properties values = new Properties();
  private final SecureRandom random = new SecureRandom();

  /** Opens the file, or starts an empty one that is written with the first password. */
  public Secrets(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        values.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public Path file() {
    return file;
  }

  /** The password of that name; made and written to disk on the first call ever. */
  public synchronized String password(String name) {
    String known = values.getProperty(name);
    if (known != null) {
      return known;
    }
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    values.setProperty(name, fresh);
    OwnerOnly.write(file, text(values));
    return fresh;
  }

  /** Properties in the format {@link Properties#load} reads, without the date comment. */
  public static String text(Properties properties) {
    StringWriter writer = new StringWriter();
    try {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toString();
  }
}
