package energy.optibid.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a file.
 *
 * @param first offset of its first byte
 * @param length bytes, at least one
 */
public record ByteRange(long first, long length) {
  private static final Pattern HEADER = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  public ByteRange {
    if (first < 0 || length < 1) {
      throw new IllegalArgumentException("no piece of a file: " + first + ", " + length);
    }
  }

  /** Offset of its last byte. */
  public long last() {
    return first + length - 1;
  }

  /** What a {@code Range} header asks for. */
  public sealed interface Asked {
    /** Everything: no header, or one that RFC 9110 lets a server pass over. */
    record Everything() implements Asked {}

    record Piece(ByteRange range) implements Asked {}

    /** Nothing of the file lies in it (status 416). */
    record Outside() implements Asked {}
  }

  /**
   * Reads a {@code Range} header (RFC 9110, 14.2); several pieces at once are passed over.
   *
   * @param size of the file, bytes
   */
  public static Asked asked(@Nullable String header, long size) {
    Optional<Matcher> parts =
        Optional.ofNullable(header)
            .map(text -> HEADER.matcher(text.strip()))
            .filter(Matcher::matches);
    if (parts.isEmpty()) {
      return new Asked.Everything();
    }
    String from = parts.get().group(1);
    String to = parts.get().group(2);
    if (from.isEmpty()) {
      return to.isEmpty() ? new Asked.Everything() : lastBytes(Long.parseLong(to), size);
    }
    long first = Long.parseLong(from);
    long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
    if (!to.isEmpty() && Long.parseLong(to) < first) {
      return new Asked.Everything();
    }
    return first >= size
        ? new Asked.Outside()
        : new Asked.Piece(new ByteRange(first, last - first + 1));
  }

  private static Asked lastBytes(long wanted, long size) {
    long length = Math.min(wanted, size);
    return length == 0
        ? new Asked.Outside()
        : new Asked.Piece(new ByteRange(size - length, length));
  }
}
