package energy.optibid.files.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class MediaTypesTest {

  private static String of(String text, String name) {
    return MediaTypes.of(text.getBytes(StandardCharsets.UTF_8), name);
  }

  private static String ofHex(String hex) {
    return MediaTypes.of(HexFormat.of().parseHex(hex), "x.pdf");
  }

  @Test
  void contentDecides_notTheName() {
    assertEquals("application/pdf", of("%PDF-1.7 …", "x.txt"));
    assertEquals("text/html", of("<!DOCTYPE html><p>", "x.pdf"));
    assertEquals("text/html", of("\ufeff  <SCRIPT>alert(1)</SCRIPT>", "x.csv"));
    assertEquals("image/svg+xml", of("<?xml version='1.0'?><svg onload='x()'/>", "x.png"));
    assertEquals("application/xml", of("<doc/>", "x"));
    assertEquals("application/json", of("{\"a\":1}", "x"));
    assertEquals("text/csv", of("a,b\n1,2", "x.CSV"));
    assertEquals("text/plain", of("a,b", "x.pdf"));
  }

  @Test
  void programsAndNoise_areBareBytes() {
    assertEquals(MediaTypes.BYTES, ofHex("4d5a90000300"));
    assertEquals(MediaTypes.BYTES, ofHex("7f454c4602"));
    assertEquals(MediaTypes.BYTES, ofHex("fffefd00"));
    assertEquals("image/png", ofHex("89504e470d0a1a0a00"));
    assertEquals("image/webp", ofHex("524946460000000057454250"));
  }

  @Test
  void aCharacterCutAtTheEnd_isStillText() {
    byte[] text = "Straße€".getBytes(StandardCharsets.UTF_8);
    assertEquals(MediaTypes.TEXT, MediaTypes.of(Arrays.copyOf(text, text.length - 1), "x"));
  }

  @Test
  void aWorkbook_isToldFromOtherArchives() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      book.newWorksheet("a").value(0, 0, 1);
    }
    assertEquals(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        MediaTypes.of(Arrays.copyOf(out.toByteArray(), MediaTypes.LOOKED_AT), "x"));
    assertEquals("application/zip", ofHex("504b030414000000"));
  }

  @Test
  void namesAreShownWithoutPathAndTricks() {
    assertEquals("passwd", FileName.shown("../../etc/passwd"));
    assertEquals("x.pdf", FileName.shown("C:\\docs\\x.pdf"));
    assertEquals("evilfdp.exe", FileName.shown("evil\u202efdp.exe\u0000"));
    assertEquals("unnamed", FileName.shown(".."));
    assertEquals("unnamed", FileName.shown(""));
    assertEquals(200, FileName.shown("a".repeat(300)).length());
  }
}
