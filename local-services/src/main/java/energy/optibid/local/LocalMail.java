package energy.optibid.local;

import energy.optibid.local.programs.MavenPrograms;
import energy.optibid.local.programs.Versions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** GreenMail: takes e-mail for anybody, keeps it in memory and shows it over HTTP. */
public final class LocalMail extends OneProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int smtp;
  private final int api;

  /**
   * @param folder its own
   */
  public LocalMail(Path folder) {
    super("smtp", "GreenMail", folder);
    smtp = process().port("smtp");
    api = process().port("api");
  }

  @Override
  public void start() {
    String version = Versions.of("greenmail");
    Path jars =
        MavenPrograms.libraries(
            "greenmail-" + version, "com.icegreen:greenmail-standalone:" + version);
    process()
        .start(
            List.of(
                "java",
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dgreenmail.hostname=127.0.0.1",
                "-Dgreenmail.smtp.port=" + smtp,
                "-Dgreenmail.smtp.hostname=127.0.0.1",
                "-Dgreenmail.api.hostname=127.0.0.1",
                "-Dgreenmail.api.port=" + api,
                "-Dgreenmail.auth.disabled",
                "-cp",
                jars + "/*",
                "com.icegreen.greenmail.standalone.GreenMailStandaloneRunner"),
            Map.of(),
            () -> ServerProcess.accepts(smtp) && ServerProcess.accepts(api),
            PATIENCE);
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "optibid.smtp.host", "127.0.0.1",
        "optibid.smtp.port", Integer.toString(smtp),
        "optibid.smtp.tls", "none");
  }

  @Override
  public String where() {
    return "port %d; a person's mail at http://127.0.0.1:%d/api/user/<address>/messages"
        .formatted(smtp, api);
  }
}
