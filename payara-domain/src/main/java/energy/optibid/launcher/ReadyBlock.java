package energy.optibid.launcher;

import energy.optibid.launcher.home.Home;
import java.util.Map;

/** What a person wants to know once everything runs. */
final class ReadyBlock {
  private ReadyBlock() {}

  static String text(Home home, RunOptions options, Map<String, String> environment) {
    StringBuilder text = new StringBuilder("\nOptiBid is ready.\n");
    if (!options.noFrontend) {
      line(text, "User interface", options.frontendUrl());
    }
    line(text, "API docs", options.apiUrl() + "/api/docs");
    line(text, "Health", options.apiUrl() + "/health");
    line(
        text,
        "Admin console",
        "http://localhost:%d  user admin, password in %s (payara.admin.password)"
            .formatted(options.adminPort, home.secrets().resolve("passwords.properties")));
    line(text, "Home", home.folder().toString());
    if (options.profile == RunOptions.Profile.demo) {
      boolean published =
          RunOptions.demoPassword(environment).equals(RunOptions.PUBLISHED_DEMO_PASSWORD);
      line(
          text,
          "Demo logins",
          "owner@ admin@ trader@ analyst@ viewer@demo.optibid.local, password "
              + (published ? RunOptions.PUBLISHED_DEMO_PASSWORD : "in OPTIBID_DEMO_PASSWORD"));
      line(text, "", "the same roles at rival.optibid.local");
    }
    return text.append('\n').toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  %-15s %s%n".formatted(name, value));
  }
}
