package energy.optibid.engine.market.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A stream that is decompressed where its first bytes say it is gzip. */
public final class Unpacked {
  private static final int BUFFER = 1 << 16;

  private final InputStream raw;
  private final boolean gzip;

  private Unpacked(InputStream raw, boolean gzip) {
    this.raw = raw;
    this.gzip = gzip;
  }

  /** Looks at the first bytes of a stream. */
  public static Unpacked of(InputStream in) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, BUFFER);
    bytes.mark(2);
    int first = bytes.read();
    int second = bytes.read();
    bytes.reset();
    return new Unpacked(bytes, first == 0x1f && second == 0x8b);
  }

  /** Whether it is compressed. */
  public boolean gzip() {
    return gzip;
  }

  /**
   * The content.
   *
   * @throws java.io.EOFException if compressed data ends within its header
   * @throws java.util.zip.ZipException if it is broken there
   */
  public InputStream open() throws IOException {
    return gzip ? new GZIPInputStream(raw, BUFFER) : raw;
  }
}
