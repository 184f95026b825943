package energy.optibid.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list.
 *
 * @param nextCursor opaque; pass it to get the next piece, null when this was the last
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page out of rows that were read with one more than the limit.
   *
   * @param cursorOf the cursor that continues after the given item
   */
  public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursorOf) {
    if (oneMore.size() <= limit) {
      return new Page<>(oneMore, null);
    }
    List<T> items = oneMore.subList(0, limit);
    return new Page<>(items, cursorOf.apply(items.get(limit - 1)));
  }
}
