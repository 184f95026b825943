package energy.optibid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.audit.ChainedEntry;
import energy.optibid.engine.audit.RecordedChange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifyCommandTest {
  private static final UUID ORGANIZATION = new UUID(1, 1);

  @TempDir Path folder;
  private final List<String> lines = lines();

  @Test
  void anExportThatHolds_isZero() throws IOException {
    Said said = verify(lines);
    assertEquals(0, said.code());
    assertTrue(said.out().startsWith(ORGANIZATION + ": 4 entries hold, up to #4 "), said.out());
    assertEquals(0, verify(lines.subList(1, 4)).code());
    assertEquals(0, verify(List.of(lines.get(0), lines.get(3)), "--excerpt").code());
  }

  @Test
  void theFirstBrokenLink_isNamed() throws IOException {
    lines.set(1, lines.get(1).replace("asset.changed", "asset.deleted"));
    Said said = verify(lines);
    assertEquals(1, said.code());
    assertTrue(said.out().contains("BROKEN at #2: Entry #2 is not what was sealed"), said.out());
    assertTrue(verify(List.of(lines.get(0), lines.get(3))).out().contains("#2 is missing"));
  }

  @Test
  void aLineThatIsNoEntry_isNamed() throws IOException {
    lines.add(2, "{\"number\":");
    Said said = verify(lines);
    assertEquals(1, said.code());
    assertTrue(said.out().contains("BROKEN at #3: Line 3 is no entry"), said.out());
  }

  @Test
  void aTailThatWasCut_isMissedByWhoNotedTheHead() throws IOException {
    ChainedEntry last = ChainedEntry.read(lines.get(3));
    String head = "--head=4:" + last.hash();
    assertEquals(0, verify(lines, head).code());
    Said cut = verify(lines.subList(0, 3), head);
    assertEquals(1, cut.code());
    assertTrue(cut.out().contains("The chain ends at #3, but #4 was noted down."), cut.out());
    assertEquals(1, verify(lines, "--head=3:" + last.hash()).code());
    assertEquals(2, verify(lines, "--head=4").code());
  }

  @Test
  void argumentsThatContradict_areRefused() throws IOException {
    assertEquals(2, verify(lines, "--organization=demo").code());
    assertEquals(2, run("admin", "audit-verify", "--excerpt").code());
    assertEquals(2, run("admin").code());
    assertEquals(
        1, run("admin", "audit-verify", "--home", folder.resolve("none").toString()).code());
  }

  private Said verify(List<String> content, String... more) throws IOException {
    Path file = Files.write(folder.resolve("audit.jsonl"), content);
    List<String> arguments =
        new ArrayList<>(List.of("admin", "audit-verify", "--file", file.toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static Said run(String... arguments) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      int code =
          Launcher.commandLine().setErr(new PrintWriter(new StringWriter())).execute(arguments);
      return new Said(code, out.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }

  private record Said(int code, String out) {}

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    String previous = ChainedEntry.GENESIS;
    for (int number = 1; number <= 4; number++) {
      ChainedEntry entry =
          new RecordedChange(
                  new UUID(0, number),
                  ORGANIZATION,
                  Instant.parse("2026-07-01T10:00:00Z"),
                  new UUID(0, 7),
                  "user",
                  null,
                  null,
                  null,
                  "asset.changed",
                  "asset",
                  new UUID(0, 9),
                  "{\"name\":\"Før\"}",
                  "{\"name\":\"Nach\"}")
              .chained(number, previous);
      lines.add(entry.line());
      previous = entry.hash();
    }
    return lines;
  }
}
