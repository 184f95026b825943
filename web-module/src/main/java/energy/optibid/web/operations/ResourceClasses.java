package energy.optibid.web.operations;

import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The resource classes of this application: what ends in {@code Resource} beside our own classes.
 */
final class ResourceClasses {
  private ResourceClasses() {}

  static List<Class<?>> all() {
    String own = ResourceClasses.class.getName().replace('.', '/') + ".class";
    URL here = ResourceClasses.class.getClassLoader().getResource(own);
    if (here == null || !here.getProtocol().equals("file")) {
      throw new IllegalStateException("The classes of the API are not in a folder: " + here);
    }
    String folder = here.toString();
    java.nio.file.Path classes =
        java.nio.file.Path.of(URI.create(folder.substring(0, folder.length() - own.length())));
    try (Stream<java.nio.file.Path> files = Files.walk(classes.resolve("energy/optibid/web"))) {
      return files
          .map(file -> classes.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith("Resource.class"))
          .<Class<?>>map(ResourceClasses::load)
          .filter(type -> type.isAnnotationPresent(Path.class))
          .sorted(Comparator.comparing(type -> type.getName().toLowerCase(Locale.ROOT)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(@Nullable String file) {
    String name = String.valueOf(file).replace('/', '.').replaceAll("\\.class$", "");
    try {
      return Class.forName(name, false, ResourceClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
