package energy.optibid.engine.market.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails beyond its limit: what is decompressed may be far longer than what came. */
public final class LimitedStream extends FilterInputStream {
  /** There is more than the limit. */
  public static final class TooManyBytes extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private long left;

  /**
   * @param most bytes that may be read
   */
  public LimitedStream(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  /** Whether more was asked for than the limit allows. */
  public boolean exceeded() {
    return left < 0;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) throws TooManyBytes {
    left -= bytes;
    if (left < 0) {
      throw new TooManyBytes();
    }
  }
}
