package energy.optibid.launcher;

import energy.optibid.launcher.api.ApiClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a running server is and the password of whoever signs in there. */
final class ServerOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:OPTIBID_URL}",
      description =
          "Where the server is (OPTIBID_URL; default http://localhost:8000 or OPTIBID_PORT).")
  @Nullable String url;

  @Option(
      names = "--password",
      arity = "0..1",
      interactive = true,
      defaultValue = "${env:OPTIBID_PASSWORD}",
      description =
          "Asked for when given without a value (OPTIBID_PASSWORD; default the demo password).")
  @Nullable String password;

  ApiClient signIn(String email) {
    return new ApiClient(
        url == null
            ? "http://localhost:" + System.getenv().getOrDefault("OPTIBID_PORT", "8000")
            : url,
        email,
        password == null ? RunOptions.demoPassword(System.getenv()) : password);
  }
}
