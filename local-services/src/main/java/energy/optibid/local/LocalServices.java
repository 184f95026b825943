package energy.optibid.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** All local services by name; those of one installation lie in one folder. */
public final class LocalServices {
  private static final Map<String, Function<Path, LocalService>> KINDS =
      new TreeMap<>(
          Map.of(
              "clamd", LocalClamd::new,
              "clickhouse", LocalClickHouse::new,
              "kafka", LocalKafka::new,
              "mlflow", LocalMlflow::new,
              "redis", LocalRedis::new,
              "s3", LocalS3::new,
              "smtp", LocalMail::new));
  private static final int DEPTH = 3;

  private LocalServices() {}

  /** What there is. */
  public static List<String> names() {
    return List.copyOf(KINDS.keySet());
  }

  /**
   * One of them, which is not started thereby.
   *
   * @param services folder of all of the installation
   * @throws LaunchFailure for a name that is not in {@link #names}
   */
  public static LocalService of(String name, Path services) {
    Function<Path, LocalService> kind = KINDS.get(name);
    if (kind == null) {
      throw new LaunchFailure(
          "There is no local service %s; there are %s."
              .formatted(name, String.join(", ", names())));
    }
    return kind.apply(services.resolve(name));
  }

  /** Names of those that run from the folder. */
  public static List<String> running(Path services) {
    return names().stream()
        .filter(name -> Files.isDirectory(services.resolve(name)))
        .filter(name -> of(name, services).process().isAlive())
        .toList();
  }

  /** Ends whatever runs from the folder, and names it by its folder. */
  public static List<String> closeAll(Path services) {
    if (!Files.isDirectory(services)) {
      return List.of();
    }
    List<String> ended = new ArrayList<>();
    try (Stream<Path> files = Files.walk(services, DEPTH)) {
      List<Path> processes =
          files
              .filter(file -> file.getFileName().toString().equals("server.pid"))
              .map(Path::getParent)
              .sorted()
              .toList();
      for (Path folder : processes) {
        String name = services.relativize(folder).toString();
        ServerProcess process = new ServerProcess(name, folder);
        if (process.isAlive()) {
          ended.add(name);
        }
        process.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ended;
  }
}
