package energy.optibid.launcher.testrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TallyIT {
  @TempDir Path folder;

  @Test
  void reportsOfAllKinds_addUp() throws IOException {
    Path report =
        Files.writeString(
            folder.resolve("TEST-x.xml"),
            """
            <testsuites><testsuite>
              <testcase classname="A" name="ok"/>
              <testcase classname="A" name="wrong"><failure message="no&#10;  more"/></testcase>
              <testcase classname="A" name="broken"><error/></testcase>
              <testsuite><testcase name="left out"><skipped message="no browser"/></testcase></testsuite>
            </testsuite></testsuites>
            """);
    Tally tally = Tally.of(report).plus(Tally.check("types", true));
    assertEquals("2 passed, 2 failed, 1 skipped", tally.summary());
    assertEquals(List.of("A wrong: no more", "A broken"), tally.failures());
    assertEquals(List.of("left out: no browser"), tally.skips());
    assertFalse(tally.succeeded());
  }

  @Test
  void nothingRun_isNoSuccess() {
    assertFalse(Tally.NONE.succeeded());
    assertTrue(Tally.check("one", true).succeeded());
  }
}
