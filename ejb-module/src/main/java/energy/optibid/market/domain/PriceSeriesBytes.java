package energy.optibid.market.domain;

import energy.optibid.market.PriceResolution;
import energy.optibid.market.PriceSeries;
import energy.optibid.market.PriceSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Series as bytes, exact to the digit and read faster than JSON. */
public final class PriceSeriesBytes {
  private static final int NONE = -1;

  private PriceSeriesBytes() {}

  /** Writes series for {@link #read}. */
  public static byte[] write(List<PriceSeries> all) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(all.size());
      for (PriceSeries one : all) {
        out.writeUTF(one.marketCode());
        out.writeUTF(one.marketName());
        out.writeBoolean(one.simulated());
        out.writeUTF(one.area());
        out.writeUTF(one.source().name());
        out.writeUTF(one.currency());
        out.writeUTF(one.timeZone());
        out.writeUTF(one.resolution().name());
        out.writeInt(one.stepMinutes());
        out.writeInt(one.starts().size());
        for (long start : one.starts()) {
          out.writeLong(start);
        }
        numbers(out, one.mean());
        numbers(out, one.min());
        numbers(out, one.max());
        numbers(out, one.volume());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void numbers(DataOutputStream out, List<? extends @Nullable BigDecimal> numbers)
      throws IOException {
    out.writeInt(numbers.size());
    for (BigDecimal number : numbers) {
      if (number == null) {
        out.writeByte(NONE);
        continue;
      }
      byte[] digits = number.unscaledValue().toByteArray();
      out.writeByte(digits.length);
      out.writeInt(number.scale());
      out.write(digits);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws UncheckedIOException when it is something else
   */
  public static List<PriceSeries> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int count = in.readInt();
      List<PriceSeries> all = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        all.add(
            new PriceSeries(
                in.readUTF(),
                in.readUTF(),
                in.readBoolean(),
                in.readUTF(),
                PriceSource.valueOf(in.readUTF()),
                in.readUTF(),
                in.readUTF(),
                PriceResolution.valueOf(in.readUTF()),
                in.readInt(),
                starts(in),
                known(numbers(in)),
                known(numbers(in)),
                known(numbers(in)),
                numbers(in)));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Long> starts(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Long> starts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      starts.add(in.readLong());
    }
    return starts;
  }

  private static List<@Nullable BigDecimal> numbers(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<@Nullable BigDecimal> numbers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int length = in.readByte();
      if (length == NONE) {
        numbers.add(null);
      } else {
        int scale = in.readInt();
        numbers.add(new BigDecimal(new BigInteger(in.readNBytes(length)), scale));
      }
    }
    return numbers;
  }

  private static List<BigDecimal> known(List<@Nullable BigDecimal> numbers) throws IOException {
    List<BigDecimal> known = new ArrayList<>(numbers.size());
    for (BigDecimal number : numbers) {
      if (number == null) {
        throw new IOException("a price is missing");
      }
      known.add(number);
    }
    return known;
  }
}
