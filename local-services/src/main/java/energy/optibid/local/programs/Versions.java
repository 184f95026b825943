package energy.optibid.local.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Versions of the programs, which the parent pom pins with all others. */
public final class Versions {
  private static final Properties PINNED = read();

  private Versions() {}

  /** The version of a program in {@code versions.properties}. */
  public static String of(String program) {
    return Objects.requireNonNull(PINNED.getProperty(program), program);
  }

  private static Properties read() {
    Properties pinned = new Properties();
    try (InputStream file =
        Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
      pinned.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pinned;
  }
}
