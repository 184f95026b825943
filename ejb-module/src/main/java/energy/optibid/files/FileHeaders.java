package energy.optibid.files;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** With which headers content is given out, so that no browser ever runs it. */
public final class FileHeaders {
  /** What browsers run or draw with scripts in it. */
  private static final Set<String> ACTIVE =
      Set.of("text/html", "image/svg+xml", "application/xml", "text/javascript");

  private static final String UNRESERVED = "!#$&+-.^_`|~";
  private static final int ASCII_FIRST = 0x20;
  private static final int ASCII_LAST = 0x7e;

  private FileHeaders() {}

  /** The type a file is given out with; what could run is bare bytes. */
  public static String servedType(String mediaType) {
    return ACTIVE.contains(mediaType) ? "application/octet-stream" : mediaType;
  }

  /**
   * {@code Content-Disposition} of a download (RFC 6266), the name in ASCII and, exactly, in UTF-8.
   */
  public static String disposition(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .forEach(
            point ->
                plain.appendCodePoint(
                    point < ASCII_FIRST || point > ASCII_LAST || "\"\\%;/".indexOf(point) >= 0
                        ? '_'
                        : point));
    StringBuilder exact = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xff);
      if (Character.isLetterOrDigit(character) && character < 0x80
          || UNRESERVED.indexOf(character) >= 0) {
        exact.append(character);
      } else {
        exact.append("%%%02X".formatted(octet & 0xff));
      }
    }
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, exact);
  }
}
