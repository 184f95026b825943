package energy.optibid.engine.market.gme;

import java.util.Arrays;

/** A growing set of row keys packed into longs: 16 bytes a row at most, for finding duplicates. */
final class KeySet {
  private static final long FREE = -1;

  private long[] slots = new long[1 << 10];
  private int size;

  KeySet() {
    Arrays.fill(slots, FREE);
  }

  /**
   * @param key not negative
   * @return false when the key was there already
   */
  boolean add(long key) {
    if (2 * (size + 1) > slots.length) {
      grow();
    }
    boolean added = insert(key);
    size += added ? 1 : 0;
    return added;
  }

  private boolean insert(long key) {
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (slots.length - 1);
    while (slots[slot] != FREE) {
      if (slots[slot] == key) {
        return false;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = key;
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    Arrays.fill(slots, FREE);
    for (long key : old) {
      if (key != FREE) {
        insert(key);
      }
    }
  }
}
