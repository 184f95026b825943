package energy.optibid.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records as bytes, exact to the digit and to the scale: of numbers, {@code BigDecimal}, text,
 * enums, ids, moments to the second with their offset, other records and lists of all these; each
 * but primitive numbers may be null.
 *
 * @param <R> the record
 */
public final class RecordBytes<R extends Record> {
  /** In place of a scale: the number is longer, or its scale is unusual. */
  private static final int LARGE = Byte.MAX_VALUE;

  private final Constructor<R> constructor;
  private final List<Method> accessors = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final String shape;

  /** How a value of one type is written and read. */
  private interface Part {
    void write(DataOutputStream out, Object value) throws IOException;

    Object read(DataInputStream in) throws IOException;
  }

  private RecordBytes(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    StringBuilder shapes = new StringBuilder(type.getSimpleName()).append('(');
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        accessors.add(type.getMethod(components[i].getName()));
        parts.add(part(components[i].getGenericType(), shapes));
      }
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(type + " must be public.", e);
    }
    shape = shapes.append(')').toString();
  }

  /**
   * For a public record.
   *
   * @throws IllegalArgumentException when it has a part of another type
   */
  public static <R extends Record> RecordBytes<R> of(Class<R> type) {
    return new RecordBytes<>(type);
  }

  /** What the bytes look like: another one whenever they are to be read otherwise. */
  public String shape() {
    return shape;
  }

  /** Writes records for {@link #readAll}. */
  public byte[] writeAll(List<R> values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(values.size());
      for (R value : values) {
        write(out, value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #writeAll} wrote.
   *
   * @throws UncheckedIOException when it is something else
   */
  public List<R> readAll(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int count = in.readInt();
      List<R> values = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        values.add(read(in));
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes one record for {@link #read}. */
  public void write(DataOutputStream out, R value) throws IOException {
    for (int i = 0; i < parts.size(); i++) {
      Object part = called(accessors.get(i), value);
      boolean primitive = accessors.get(i).getReturnType().isPrimitive();
      if (!primitive) {
        out.writeBoolean(part != null);
      }
      if (part != null) {
        parts.get(i).write(out, part);
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is something else
   */
  public R read(DataInputStream in) throws IOException {
    @Nullable Object[] values = new @Nullable Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      boolean primitive = accessors.get(i).getReturnType().isPrimitive();
      values[i] = primitive || in.readBoolean() ? parts.get(i).read(in) : null;
    }
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IOException("no " + shape, e);
    }
  }

  private static @Nullable Object called(Method accessor, Object value) {
    try {
      return accessor.invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Part part(Type type, StringBuilder shapes) {
    shapes.append(type.getTypeName()).append(' ');
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new ListPart(part(list.getActualTypeArguments()[0], shapes));
    }
    if (type == long.class) {
      return part(DataInputStream::readLong, (out, value) -> out.writeLong((long) value));
    }
    if (type == int.class) {
      return part(DataInputStream::readInt, (out, value) -> out.writeInt((int) value));
    }
    if (type == String.class) {
      return part(in -> in.readUTF(), (out, value) -> out.writeUTF((String) value));
    }
    if (type == BigDecimal.class) {
      return part(RecordBytes::readNumber, (out, value) -> writeNumber(out, (BigDecimal) value));
    }
    if (type == UUID.class) {
      return part(
          in -> new UUID(in.readLong(), in.readLong()),
          (out, value) -> {
            out.writeLong(((UUID) value).getMostSignificantBits());
            out.writeLong(((UUID) value).getLeastSignificantBits());
          });
    }
    if (type == OffsetDateTime.class) {
      return part(
          RecordBytes::readMoment, (out, value) -> writeMoment(out, (OffsetDateTime) value));
    }
    if (type instanceof Class<?> kind && kind.isEnum()) {
      Object[] constants = kind.getEnumConstants();
      for (Object constant : constants) {
        shapes.append(constant).append(' ');
      }
      return part(
          in -> constants[in.readUnsignedByte()],
          (out, value) -> out.writeByte(((Enum<?>) value).ordinal()));
    }
    if (type instanceof Class<?> kind && kind.isRecord()) {
      RecordBytes<? extends Record> record = new RecordBytes<>(kind.asSubclass(Record.class));
      shapes.append(record.shape());
      return part(record::read, record::writeUnchecked);
    }
    throw new IllegalArgumentException("No way to write " + type);
  }

  private void writeUnchecked(DataOutputStream out, Object value) throws IOException {
    write(out, constructor.getDeclaringClass().cast(value));
  }

  private interface Reading {
    Object from(DataInputStream in) throws IOException;
  }

  private interface Writing {
    void to(DataOutputStream out, Object value) throws IOException;
  }

  private static Part part(Reading reading, Writing writing) {
    return new Part() {
      @Override
      public void write(DataOutputStream out, Object value) throws IOException {
        writing.to(out, value);
      }

      @Override
      public Object read(DataInputStream in) throws IOException {
        return reading.from(in);
      }
    };
  }

  private record ListPart(Part item) implements Part {
    @Override
    public void write(DataOutputStream out, Object value) throws IOException {
      List<?> items = (List<?>) value;
      out.writeInt(items.size());
      for (Object one : items) {
        item.write(out, one);
      }
    }

    @Override
    public Object read(DataInputStream in) throws IOException {
      int count = in.readInt();
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        items.add(item.read(in));
      }
      return items;
    }
  }

  /** Nearly every number is a long with a few decimals, which is read the fastest. */
  private static void writeNumber(DataOutputStream out, BigDecimal number) throws IOException {
    BigInteger unscaled = number.unscaledValue();
    if (number.scale() >= 0 && number.scale() < LARGE && unscaled.bitLength() < Long.SIZE) {
      out.writeByte(number.scale());
      out.writeLong(unscaled.longValue());
      return;
    }
    byte[] digits = unscaled.toByteArray();
    out.writeByte(LARGE);
    out.writeInt(number.scale());
    out.writeInt(digits.length);
    out.write(digits);
  }

  private static BigDecimal readNumber(DataInputStream in) throws IOException {
    int scale = in.readByte();
    if (scale != LARGE) {
      return BigDecimal.valueOf(in.readLong(), scale);
    }
    scale = in.readInt();
    return new BigDecimal(new BigInteger(in.readNBytes(in.readInt())), scale);
  }

  private static void writeMoment(DataOutputStream out, OffsetDateTime at) throws IOException {
    out.writeLong(at.toEpochSecond());
    out.writeInt(at.getOffset().getTotalSeconds());
  }

  private static OffsetDateTime readMoment(DataInputStream in) throws IOException {
    long seconds = in.readLong();
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(in.readInt());
    return LocalDateTime.ofEpochSecond(seconds + offset.getTotalSeconds(), 0, ZoneOffset.UTC)
        .atOffset(offset);
  }
}
