package energy.optibid.cache.adapter;

import energy.optibid.cache.CacheKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Of threads that want the same at once, one finds it for all; if it fails each tries itself. */
final class SingleFlight {
  private final Map<CacheKey, CompletableFuture<Optional<byte[]>>> flights =
      new ConcurrentHashMap<>();

  byte[] get(CacheKey key, Supplier<byte[]> finder) {
    CompletableFuture<Optional<byte[]>> own = new CompletableFuture<>();
    CompletableFuture<Optional<byte[]>> other = flights.putIfAbsent(key, own);
    if (other != null) {
      return other.join().orElseGet(finder);
    }
    Optional<byte[]> found = Optional.empty();
    try {
      found = Optional.of(finder.get());
      return found.get();
    } finally {
      flights.remove(key);
      own.complete(found);
    }
  }
}
