package energy.optibid.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.files.ByteRange.Asked;
import org.junit.jupiter.api.Test;

class FileHeadersTest {

  @Test
  void names_areQuotedInAscii_andExactInUtf8() {
    assertEquals(
        "attachment; filename=\"a_b_ c.pdf\"; filename*=UTF-8''a%22b%E2%82%AC%20c.pdf",
        FileHeaders.disposition("a\"b€ c.pdf"));
    assertEquals(
        "attachment; filename=\"x__y\"; filename*=UTF-8''x%0D%0Ay",
        FileHeaders.disposition("x\r\ny"));
  }

  @Test
  void whatCouldRun_isBareBytes() {
    for (String type : new String[] {"text/html", "image/svg+xml", "application/xml"}) {
      assertEquals("application/octet-stream", FileHeaders.servedType(type));
    }
    assertEquals("application/pdf", FileHeaders.servedType("application/pdf"));
  }

  @Test
  void ranges_asRfc9110HasThem() {
    assertEquals(new Asked.Everything(), ByteRange.asked(null, 10));
    assertEquals(piece(0, 1), ByteRange.asked("bytes=0-0", 10));
    assertEquals(piece(2, 8), ByteRange.asked("bytes=2-", 10));
    assertEquals(piece(2, 8), ByteRange.asked("bytes=2-99", 10));
    assertEquals(piece(7, 3), ByteRange.asked("bytes=-3", 10));
    assertEquals(piece(0, 10), ByteRange.asked("bytes=-99", 10));
    assertEquals(new Asked.Outside(), ByteRange.asked("bytes=10-", 10));
    assertEquals(new Asked.Outside(), ByteRange.asked("bytes=-0", 10));
    for (String header : new String[] {"bytes=3-2", "bytes=-", "lines=1-2", "bytes=0-1,4-5"}) {
      assertEquals(new Asked.Everything(), ByteRange.asked(header, 10), header);
    }
  }

  private static Asked piece(long first, long length) {
    return new Asked.Piece(new ByteRange(first, length));
  }
}
