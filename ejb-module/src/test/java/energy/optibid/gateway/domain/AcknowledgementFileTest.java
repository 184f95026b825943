package energy.optibid.gateway.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.gateway.domain.AcknowledgementFile.Line;
import energy.optibid.gateway.domain.AcknowledgementFile.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What exchanges write, and what they should not. */
class AcknowledgementFileTest {
  private static final String HEADER = "reference,status,exchange_reference,reason\r\n";

  @Test
  void aFileInAnyOrderOfColumns_withQuotes_isRead() throws UnreadableFile {
    assertEquals(
        List.of(
            new Line("OB-1", Status.REFUSED, "OB-1", "No margin, says \"clearing\""),
            new Line("OB-2", Status.HELD, "X2", "The exchange gave no reason.")),
        AcknowledgementFile.read(
            "status,reason,reference,exchange_reference,desk\n"
                + "refused,\"No margin, says \"\"clearing\"\"\",OB-1,,7\n"
                + "\n"
                + "HELD,, OB-2 ,X2,7\n"));
  }

  @Test
  void whatIsNoSuchFile_isToldWithItsPlace() {
    assertUnreadable("Line 1 must name", "reference,status\r\nOB-1,held\r\n");
    assertUnreadable("Line 3 has 3 fields, not 4.", HEADER + "OB-1,held,X,\r\nOB-2,held,X\r\n");
    assertUnreadable("It is not CSV", HEADER + "OB-1,held,X,\"and no end\r\n");
    assertUnreadable("There is no status maybe.", HEADER + "OB-1,maybe,X,\r\n");
    assertUnreadable("A record names no reference.", HEADER + ",held,X,\r\n");
    assertUnreadable("It says nothing of any order.", HEADER);
    assertUnreadable("Line 1 must name", "");
  }

  private static void assertUnreadable(String sentence, String text) {
    UnreadableFile unreadable =
        assertThrows(UnreadableFile.class, () -> AcknowledgementFile.read(text));
    assertTrue(unreadable.sentence().contains(sentence), unreadable.sentence());
  }
}
