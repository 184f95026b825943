package energy.optibid.files.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * What may be kept: {@code optibid.files.largest-bytes} (50 MiB), {@code quota-bytes} per
 * organisation (1 GiB), {@code types} (comma-separated), {@code folder} ({@code <home>/files}).
 */
@ApplicationScoped
public class FileSettings {
  private static final long MEBIBYTE = 1024 * 1024;
  private static final String USUAL_TYPES =
      "application/pdf,image/png,image/jpeg,image/gif,image/webp,text/plain,text/csv,"
          + "application/json,application/xml,application/zip,application/gzip,"
          + "application/vnd.apache.parquet,"
          + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,"
          + "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final Path home;
  private final Path folder;
  private final long largest;
  private final long quota;
  private final Set<String> types;

  @Inject
  public FileSettings(Config config) {
    this(name -> config.getOptionalValue(name, String.class));
  }

  FileSettings(Function<String, Optional<String>> config) {
    home =
        Path.of(
            config
                .apply("optibid.home")
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "optibid") + ""));
    folder = text(config, "folder").map(Path::of).orElseGet(() -> home.resolve("files"));
    largest = text(config, "largest-bytes").map(Long::valueOf).orElse(50 * MEBIBYTE);
    quota = text(config, "quota-bytes").map(Long::valueOf).orElse(1024 * MEBIBYTE);
    types =
        Arrays.stream(text(config, "types").orElse(USUAL_TYPES).split(","))
            .map(String::strip)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<String> text(Function<String, Optional<String>> config, String name) {
    return config.apply("optibid.files." + name).filter(value -> !value.isBlank());
  }

  /** Where files lie while they come in. */
  Path incoming() {
    return home.resolve("files-incoming");
  }

  Path folder() {
    return folder;
  }

  /** Bytes of one file. */
  long largest() {
    return largest;
  }

  /** Bytes of all files of an organisation. */
  long quota() {
    return quota;
  }

  Set<String> types() {
    return types;
  }
}
