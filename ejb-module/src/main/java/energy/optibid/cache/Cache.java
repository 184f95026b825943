package energy.optibid.cache;

import java.util.function.Supplier;

/**
 * Values as bytes. A caller always gets its value: what is not kept, or cannot be had, is loaded.
 */
public interface Cache {

  /**
   * The value kept under the key, else what the loader finds, which is then kept. Of callers who
   * ask for the same at once on a node one loads; of nodes mostly one.
   *
   * @param loader runs on the caller's thread; what it throws comes through, and nothing is kept
   */
  byte[] get(CacheKey key, Supplier<byte[]> loader);

  /** Has every value of the scope in the region be loaded anew, on all nodes. */
  void invalidate(CacheRegion region, CacheScope scope);

  /** Counts of this node since its start. */
  Figures figures();

  /**
   * @param hits values found
   * @param misses values loaded
   */
  record Figures(long hits, long misses) {}
}
