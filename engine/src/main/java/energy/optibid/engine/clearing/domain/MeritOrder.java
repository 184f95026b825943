package energy.optibid.engine.clearing.domain;

import energy.optibid.engine.clearing.Side;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The net injection of one node as a convex cost: levels in rising price, each either more sold or
 * less bought. The position is the present net injection in lots.
 *
 * <p>A level's key is four times its price, less one for a sell, plus one for a buy. Minimising the
 * sum of keys is minimising cost first and maximising traded volume second: a simple cycle meets at
 * most one rising and one falling level, so the volume terms add up to at most two, less than the
 * four of the smallest price difference.
 */
final class MeritOrder {
  static final int KEY_PER_PRICE = 4;

  /** Beyond every quantity of a problem, yet far from overflow when a few are added. */
  static final long UNLIMITED = Long.MAX_VALUE / 8;

  private final long[] keys;
  private final long[] ends;
  private final long lowest;
  private final long[] costs;
  private long position;
  private int level;

  private MeritOrder(long[] keys, long[] ends, long lowest) {
    this.keys = keys;
    this.ends = ends;
    this.lowest = lowest;
    this.position = lowest;
    this.costs = new long[keys.length];
    for (int i = 1; i < keys.length && ends[0] != UNLIMITED; i++) {
      costs[i] = Math.addExact(costs[i - 1], Math.multiplyExact(price(keys[i - 1]), width(i - 1)));
    }
  }

  /** A node that injects or takes any quantity at one price. */
  static MeritOrder ofBorder(long price) {
    MeritOrder border =
        new MeritOrder(new long[] {key(price, 0)}, new long[] {UNLIMITED}, -UNLIMITED);
    border.move(UNLIMITED);
    return border;
  }

  /**
   * Lots offered at a key.
   *
   * @param key see {@link #key(Side, long)}
   */
  record Level(long key, long lots) {}

  /** A zone, from its offers in any order. */
  static MeritOrder ofZone(List<Level> offers) {
    Level[] rising = offers.toArray(Level[]::new);
    Arrays.sort(rising, Comparator.comparingLong(Level::key));
    long bought = 0;
    for (Level level : rising) {
      bought = Math.addExact(bought, isBuy(level.key) ? level.lots : 0);
    }
    long[] keys = new long[rising.length];
    long[] ends = new long[rising.length];
    long end = -bought;
    int count = 0;
    for (Level level : rising) {
      if (level.lots > 0) {
        end = Math.addExact(end, level.lots);
        count += count == 0 || keys[count - 1] != level.key ? 1 : 0;
        keys[count - 1] = level.key;
        ends[count - 1] = end;
      }
    }
    return new MeritOrder(Arrays.copyOf(keys, count), Arrays.copyOf(ends, count), -bought);
  }

  static long key(Side side, long price) {
    return key(price, side == Side.SELL ? -1 : 1);
  }

  private static long key(long price, int volumeTerm) {
    return KEY_PER_PRICE * price + volumeTerm;
  }

  static boolean isBuy(long key) {
    return Math.floorMod(key, KEY_PER_PRICE) == 1;
  }

  /** The price of a level: a key's nearest multiple of four. */
  static long price(long key) {
    return Math.floorDiv(key + 1, KEY_PER_PRICE);
  }

  /** Net injection in lots. */
  long position() {
    return position;
  }

  boolean canRise() {
    return level < keys.length;
  }

  long riseKey() {
    return keys[level];
  }

  long riseRoom() {
    return ends[level] - position;
  }

  boolean canFall() {
    return position > lowest;
  }

  long fallKey() {
    return keys[fallLevel()];
  }

  long fallRoom() {
    return position - start(fallLevel());
  }

  void move(long lots) {
    moveTo(position + lots);
  }

  void moveTo(long newPosition) {
    position = newPosition;
    while (level < keys.length && position >= ends[level]) {
      level++;
    }
    while (level > 0 && position < ends[level - 1]) {
      level--;
    }
  }

  /** Net injection when every level up to and including a key is used. */
  long positionAt(long key) {
    int used = 0;
    while (used < keys.length && keys[used] <= key) {
      used++;
    }
    return used == 0 ? lowest : ends[used - 1];
  }

  /**
   * What the present position costs more than the lowest one, in price × lots: what sellers ask for
   * and what buyers who give way would have paid. Of a border node, its price times its position.
   */
  long cost() {
    if (lowest == -UNLIMITED) {
      return Math.multiplyExact(price(keys[0]), position);
    }
    int at = Math.min(level, keys.length - 1);
    return at < 0
        ? 0
        : Math.addExact(costs[at], Math.multiplyExact(price(keys[at]), position - start(at)));
  }

  /**
   * The positions that cost the same per lot at a key: {lowest, highest}; the present one if none.
   */
  long[] rangeAt(long key) {
    int i = Arrays.binarySearch(keys, key);
    return i >= 0 ? new long[] {start(i), ends[i]} : new long[] {position, position};
  }

  /**
   * How many of all lots of a level are used as injection: sold, or not bought. Levels are used in
   * the order of their keys, so at most one is used in part.
   *
   * @param lots of the level, or of a part of one that is not used in part
   */
  long usedOf(long key, long lots) {
    if (level == keys.length || key < keys[level]) {
      return lots;
    }
    return key > keys[level] ? 0 : position - start(level);
  }

  /** Whether a level is used in part. */
  boolean isShared(long key) {
    return level < keys.length && key == keys[level] && position > start(level);
  }

  long[] keys() {
    return keys;
  }

  private int fallLevel() {
    return level < keys.length && position > start(level) ? level : level - 1;
  }

  private long width(int i) {
    return ends[i] - start(i);
  }

  private long start(int i) {
    return i == 0 ? lowest : ends[i - 1];
  }
}
