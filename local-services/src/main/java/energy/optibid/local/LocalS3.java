package energy.optibid.local;

import energy.optibid.local.programs.MavenPrograms;
import energy.optibid.local.programs.Versions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** S3Proxy: speaks the protocol of S3, checks signatures, and keeps objects in a folder. */
public final class LocalS3 extends OneProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BUCKET = "optibid";

  /** Of no worth beyond the loopback address. */
  private static final String KEY = "optibid-local";

  private static final String SECRET = "optibid-local-secret";

  private final int port;

  /**
   * @param folder its own
   */
  public LocalS3(Path folder) {
    super("s3", "S3Proxy", folder);
    port = process().port("s3");
  }

  @Override
  public void start() {
    String version = Versions.of("s3proxy");
    Path jars =
        MavenPrograms.libraries(
            "s3proxy-" + version,
            "org.gaul:s3proxy:" + version,
            "com.fasterxml.jackson.core:jackson-annotations:"
                + Versions.of("s3proxy-jackson-annotations"));
    process()
        .start(
            List.of(
                "java",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jars + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                configuration().toString()),
            Map.of(),
            () -> ServerProcess.accepts(port),
            PATIENCE);
  }

  /** A folder of its data is a bucket. */
  private Path configuration() {
    Path data = process().folder().resolve("data");
    try {
      Files.createDirectories(data.resolve(BUCKET));
      return Files.writeString(
          process().folder().resolve("s3proxy.conf"),
          """
          s3proxy.endpoint=%s
          s3proxy.authorization=aws-v2-or-v4
          s3proxy.identity=%s
          s3proxy.credential=%s
          jclouds.provider=filesystem-nio2
          jclouds.filesystem.basedir=%s
          """
              .formatted(endpoint(), KEY, SECRET, data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "optibid.s3.endpoint",
        endpoint(),
        "optibid.s3.bucket",
        BUCKET,
        "optibid.s3.region",
        "us-east-1",
        "optibid.s3.access-key",
        KEY,
        "optibid.s3.secret-key",
        SECRET,
        "optibid.s3.path-style",
        "true");
  }

  @Override
  public String where() {
    return "port %d; objects in %s".formatted(port, process().folder().resolve("data"));
  }
}
