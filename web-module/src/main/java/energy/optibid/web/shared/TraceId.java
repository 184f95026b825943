package energy.optibid.web.shared;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The trace id of the request this thread serves: in every answer, every problem and the log. */
public final class TraceId {
  public static final String HEADER = "X-Trace-Id";
  private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();
  private static final int LONGEST = 64;

  private TraceId() {}

  /** The id of the running request; a fresh one outside of any. */
  public static String current() {
    String id = CURRENT.get();
    return id == null ? fresh() : id;
  }

  /** Takes over the caller's id where it is a plain word, else makes one. */
  static String begin(@Nullable String offered) {
    String id = offered != null && plain(offered) ? offered : fresh();
    CURRENT.set(id);
    return id;
  }

  static void end() {
    CURRENT.remove();
  }

  private static boolean plain(String offered) {
    return offered.length() >= 8
        && offered.length() <= LONGEST
        && offered.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-'));
  }

  private static String fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "%016x%016x".formatted(random.nextLong(), random.nextLong());
  }
}
