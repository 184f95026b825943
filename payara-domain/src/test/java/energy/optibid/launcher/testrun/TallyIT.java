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

  @Test
  void whatDidNotRun_failsWhereNothingMayBeLeftOut_butForWantOfRealData() {
    Tally tally =
        new Tally(
            3,
            List.of("A wrong"),
            List.of(
                "B real: Assumption failed: real data not found: ../shared/data/x",
                "C browser: no browser",
                "D: no reason given"));
    Tally whole = tally.leavingNothingOut();
    assertEquals("3 passed, 3 failed, 1 skipped", whole.summary());
    assertEquals(
        List.of("A wrong", "did not run: C browser: no browser", "did not run: D: no reason given"),
        whole.failures());
    assertEquals(List.of(tally.skips().get(0)), whole.skips());
    assertTrue(new Tally(1, List.of(), whole.skips()).leavingNothingOut().succeeded());
  }
}
