package energy.optibid.launcher;

import energy.optibid.engine.audit.ChainCheck;
import energy.optibid.launcher.audit.ChainFile;
import energy.optibid.launcher.audit.ChainHead;
import energy.optibid.launcher.audit.ChainVerdict;
import energy.optibid.launcher.audit.DatabaseChains;
import energy.optibid.launcher.audit.DatabaseChains.Organization;
import energy.optibid.local.LaunchFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proves the audit trail: exit code 0 when every chain holds, 1 when one is broken. */
@Command(
    name = "audit-verify",
    mixinStandardHelpOptions = true,
    description = {
      "Follow the chains of sealed audit entries and name the first broken link.",
      "Reads the database of the home past the application, or an exported file.",
      "Exit code 0: every chain holds; 1: one is broken; 2: wrong arguments."
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private static final int BROKEN = 1;

  @Spec
  @SuppressWarnings("NullAway") // picocli fills it
  CommandSpec command;

  @Mixin HomeOption homeOption = new HomeOption();

  @Option(
      names = "--organization",
      paramLabel = "NAME",
      description = "Short name or identifier of one organisation; all of them unless given.")
  @Nullable String organization;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Only entries made from then on, 2026-07-01T00:00:00Z.")
  @Nullable OffsetDateTime from;

  @Option(names = "--to", paramLabel = "TIME", description = "Only entries made before.")
  @Nullable OffsetDateTime to;

  @Option(
      names = "--head",
      paramLabel = "NUMBER:HASH",
      description =
          "The end of the chain as an earlier verification printed it; it must still be there.")
  @Nullable String head;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "An export (JSONL) instead of the database.")
  @Nullable Path file;

  @Option(
      names = "--excerpt",
      description =
          "The file is a selection: entries between its lines may be missing, each is checked by"
              + " itself.")
  boolean excerpt;

  @Override
  public Integer call() {
    ChainHead noted = noted();
    if (file != null) {
      if (organization != null || from != null || to != null) {
        throw wrong("--organization, --from and --to are for the database, not for a file.");
      }
      ChainCheck check = excerpt ? ChainCheck.excerpt() : ChainCheck.part();
      return said(List.of(new ChainFile(file).verify(check, noted)));
    }
    if (excerpt) {
      throw wrong("--excerpt is for a file.");
    }
    if (noted != null && (organization == null || from != null || to != null)) {
      throw wrong("--head is the end of one whole chain: say --organization, and no period.");
    }
    try (Connection connection = connect()) {
      return said(database(new DatabaseChains(connection), noted));
    } catch (SQLException e) {
      throw new LaunchFailure(
          "The database of %s cannot be read (%s); is it running?"
              .formatted(homeOption.home().folder(), e.getMessage()),
          e);
    }
  }

  private List<ChainVerdict> database(DatabaseChains chains, @Nullable ChainHead noted)
      throws SQLException {
    List<Organization> organizations = chains.organizations(organization);
    if (organizations.isEmpty()) {
      throw new LaunchFailure("There is no organisation " + organization + ".");
    }
    List<ChainVerdict> verdicts = new ArrayList<>();
    for (Organization each : organizations) {
      verdicts.add(
          from == null && to == null
              ? chains.verify(each, noted)
              : chains.verify(each, begin(), end()));
    }
    return verdicts;
  }

  private OffsetDateTime begin() {
    return from == null ? OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC) : from;
  }

  private OffsetDateTime end() {
    return to == null ? OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC) : to;
  }

  private static int said(List<ChainVerdict> verdicts) {
    boolean holds = true;
    for (ChainVerdict verdict : verdicts) {
      holds &= verdict.broken().isEmpty();
      System.out.println(verdict.sentence());
    }
    return holds ? 0 : BROKEN;
  }

  private @Nullable ChainHead noted() {
    try {
      return head == null ? null : ChainHead.parse(head);
    } catch (IllegalArgumentException e) {
      throw wrong("--head " + e.getMessage() + ".");
    }
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }

  private Connection connect() throws SQLException {
    Path settings = ApplicationSettings.file(homeOption.home());
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(settings)) {
      values.load(reader);
    } catch (IOException e) {
      throw new LaunchFailure(
          "%s cannot be read; has ./optibid run been started with this home?".formatted(settings),
          e);
    }
    return DriverManager.getConnection(
        values.getProperty("optibid.db.url"),
        values.getProperty("optibid.db.system.user"),
        values.getProperty("optibid.db.system.password"));
  }
}
