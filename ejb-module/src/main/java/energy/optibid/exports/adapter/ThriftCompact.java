package energy.optibid.exports.adapter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Thrift's compact protocol, as far as Parquet's metadata need it: structs of integers, text, flags
 * and lists. Fields are written in rising order of their ids.
 */
final class ThriftCompact {
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;
  private static final int SHORT_LIST = 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Deque<Integer> outer = new ArrayDeque<>();
  private int lastField;

  /** What kind of elements a list has. */
  enum Element {
    I32(ThriftCompact.I32),
    TEXT(BINARY),
    STRUCT(ThriftCompact.STRUCT);

    private final int type;

    Element(int type) {
      this.type = type;
    }
  }

  ThriftCompact i8(int field, int value) {
    header(field, BYTE);
    out.write(value);
    return this;
  }

  ThriftCompact i32(int field, int value) {
    header(field, I32);
    return element(value);
  }

  ThriftCompact i64(int field, long value) {
    header(field, I64);
    zigzag(value);
    return this;
  }

  ThriftCompact flag(int field, boolean value) {
    header(field, value ? TRUE : FALSE);
    return this;
  }

  ThriftCompact text(int field, String value) {
    header(field, BINARY);
    return element(value);
  }

  /** Begins a struct in a field; {@link #end} ends it. */
  ThriftCompact struct(int field) {
    header(field, STRUCT);
    return begin();
  }

  /** Begins a list in a field; exactly so many elements follow. */
  ThriftCompact list(int field, Element kind, int size) {
    header(field, LIST);
    if (size < SHORT_LIST) {
      out.write(size << 4 | kind.type);
    } else {
      out.write(SHORT_LIST << 4 | kind.type);
      varint(size);
    }
    return this;
  }

  /** An element of a list of integers. */
  ThriftCompact element(int value) {
    zigzag(value);
    return this;
  }

  /** An element of a list of texts. */
  ThriftCompact element(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  /** Begins an element of a list of structs, or the outermost struct. */
  ThriftCompact begin() {
    outer.push(lastField);
    lastField = 0;
    return this;
  }

  /** Ends the struct begun last. */
  ThriftCompact end() {
    out.write(0);
    lastField = outer.pop();
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private void header(int field, int type) {
    // Parquet's ids never lie more than 15 apart.
    out.write(field - lastField << 4 | type);
    lastField = field;
  }

  private void zigzag(long value) {
    varint(value << 1 ^ value >> 63);
  }

  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
