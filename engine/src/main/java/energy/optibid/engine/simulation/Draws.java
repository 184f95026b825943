package energy.optibid.engine.simulation;

/**
 * Pseudo-random numbers by hashing: a draw depends on its key only, never on what was drawn before,
 * so that any block of any day can be made on its own. The hash is SplitMix64 (Steele, Lea, Flood,
 * "Fast splittable pseudorandom number generators", OOPSLA 2014).
 */
final class Draws {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double SQRT_3 = 1.7320508075688772;

  private Draws() {}

  /** A key made of a key and one more thing it depends on. */
  static long key(long key, long part) {
    return mix(key + GOLDEN * (part + 1));
  }

  static long key(long key, long first, long second) {
    return key(key(key, first), second);
  }

  static long key(long key, long first, long second, long third) {
    return key(key(key, first, second), third);
  }

  /** Even in [0, 1). */
  static double uniform(long key) {
    return (mix(key) >>> 11) * 0x1.0p-53;
  }

  /** Even in [low, high). */
  static double between(long key, double low, double high) {
    return low + (high - low) * uniform(key);
  }

  /** Mean 0, variance 1, within ±3.5: four even draws added, which is near enough to normal. */
  static double normal(long key) {
    long bits = mix(key);
    long more = mix(bits);
    double sum = (bits >>> 32) + (bits & 0xFFFFFFFFL) + (more >>> 32) + (more & 0xFFFFFFFFL);
    return (sum * 0x1.0p-32 - 2) * SQRT_3;
  }

  /** A curve through normal draws at whole positions, smooth in between. */
  static double smooth(long key, double position) {
    double whole = Math.floor(position);
    double t = position - whole;
    double fade = t * t * (3 - 2 * t);
    double before = normal(key(key, (long) whole));
    double after = normal(key(key, (long) whole + 1));
    return before + (after - before) * fade;
  }

  private static long mix(long value) {
    long z = value + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
