package energy.optibid.files.domain;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file is, by how its content begins. A short list of our own: only what desks exchange is
 * told apart, and whatever is none of it is bare bytes, which the settings need not take.
 */
public final class MediaTypes {
  /** Bytes from the beginning that are looked at. */
  public static final int LOOKED_AT = 8 * 1024;

  public static final String BYTES = "application/octet-stream";
  public static final String TEXT = "text/plain";
  private static final String ZIP = "application/zip";
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  private static final List<Magic> MAGIC =
      List.of(
          new Magic("255044462d", 0, "application/pdf"),
          new Magic("89504e470d0a1a0a", 0, "image/png"),
          new Magic("ffd8ff", 0, "image/jpeg"),
          new Magic("47494638", 0, "image/gif"),
          new Magic("57454250", 8, "image/webp"),
          new Magic("1f8b08", 0, "application/gzip"),
          new Magic("50415231", 0, "application/vnd.apache.parquet"));

  private static final List<String> PAGE_MARKS =
      List.of("<!doctype html", "<html", "<head", "<body", "<script", "<iframe");

  private MediaTypes() {}

  private record Magic(String hex, int offset, String type) {
    boolean begins(byte[] head) {
      byte[] mark = HexFormat.of().parseHex(hex);
      return head.length >= offset + mark.length
          && HexFormat.of().formatHex(head, offset, offset + mark.length).equals(hex);
    }
  }

  /**
   * @param head the first {@link #LOOKED_AT} bytes, or all there are
   * @param name tells tables from other text, nothing else
   */
  public static String of(byte[] head, String name) {
    Optional<String> known =
        MAGIC.stream().filter(magic -> magic.begins(head)).map(Magic::type).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    if (new Magic("504b0304", 0, ZIP).begins(head)) {
      return zip(new String(head, StandardCharsets.ISO_8859_1));
    }
    return text(head).map(text -> textual(text, name)).orElse(BYTES);
  }

  /** Office documents name their parts near the beginning. */
  private static String zip(String head) {
    if (!head.contains("[Content_Types].xml") && !head.contains("_rels/.rels")) {
      return ZIP;
    }
    if (head.contains("xl/")) {
      return OFFICE + "spreadsheetml.sheet";
    }
    return head.contains("word/") ? OFFICE + "wordprocessingml.document" : ZIP;
  }

  /** The text of valid UTF-8 without control characters; a character cut at the end is none. */
  private static Optional<String> text(byte[] head) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer characters = CharBuffer.allocate(head.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(head), characters, false);
    if (result.isError()) {
      return Optional.empty();
    }
    String text = characters.flip().toString();
    boolean plain =
        text.chars().allMatch(character -> character >= ' ' || "\t\r\n\f".indexOf(character) >= 0);
    return plain ? Optional.of(text) : Optional.empty();
  }

  private static String textual(String text, String name) {
    String trimmed = text.startsWith("\ufeff") ? text.substring(1).strip() : text.strip();
    String lower = trimmed.toLowerCase(Locale.ROOT);
    if (PAGE_MARKS.stream().anyMatch(lower::contains)) {
      return "text/html";
    }
    if (lower.contains("<svg")) {
      return "image/svg+xml";
    }
    if (lower.startsWith("<")) {
      return "application/xml";
    }
    if (lower.startsWith("{") || lower.startsWith("[")) {
      return "application/json";
    }
    return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? "text/csv" : TEXT;
  }
}
