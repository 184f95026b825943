package energy.optibid.engine.market.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into lines, LF or CR LF, with or without one at the end; a byte order mark before
 * the first line is skipped. A bad line is reported and the next one read as if nothing happened.
 */
public final class LineSource {
  /** What {@link #next()} found. */
  public enum Found {
    LINE,
    LINE_TOO_LONG,
    NOT_UTF8,
    TOO_MANY_BYTES,
    END
  }

  private final InputStream in;
  private final ReadLimits limits;
  private final @Nullable Charset otherwise;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private int position;
  private int filled;
  private long bytes;
  private long number;
  private String text = "";

  public LineSource(InputStream in, ReadLimits limits) {
    this(in, limits, null);
  }

  /**
   * @param otherwise how a line is read that is not UTF-8; null refuses it
   */
  public LineSource(InputStream in, ReadLimits limits, @Nullable Charset otherwise) {
    this.in = in;
    this.limits = limits;
    this.otherwise = otherwise;
  }

  /** Number of the line found last, from 1. */
  public long number() {
    return number;
  }

  /** Text of the line found last, without its end; meaningful after {@link Found#LINE}. */
  public String text() {
    return text;
  }

  /** Reads the next line. */
  public Found next() throws IOException {
    line.reset();
    number++;
    boolean tooLong = false;
    boolean ended = false;
    boolean any = false;
    while (!ended) {
      if (position == filled) {
        filled = Math.max(0, in.read(buffer));
        position = 0;
        bytes += filled;
        if (bytes > limits.maxBytes()) {
          return Found.TOO_MANY_BYTES;
        }
        if (filled == 0) {
          break;
        }
      }
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      // One byte more than allowed is kept, so that a CR at the very end does not count.
      int room = limits.maxLineBytes() + 1 - line.size();
      line.write(buffer, position, Math.min(room, end - position));
      tooLong |= end - position > room;
      ended = end < filled;
      position = ended ? end + 1 : end;
    }
    return any ? decode(tooLong) : Found.END;
  }

  private Found decode(boolean cut) {
    byte[] raw = line.toByteArray();
    int length = raw.length > 0 && raw[raw.length - 1] == '\r' ? raw.length - 1 : raw.length;
    if (cut || length > limits.maxLineBytes()) {
      return Found.LINE_TOO_LONG;
    }
    try {
      text = utf8.decode(ByteBuffer.wrap(raw, 0, length)).toString();
    } catch (CharacterCodingException e) {
      if (otherwise == null) {
        return Found.NOT_UTF8;
      }
      text = new String(raw, 0, length, otherwise);
    }
    if (number == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    return Found.LINE;
  }
}
