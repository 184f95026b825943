package energy.optibid.redis;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we ask of Redis. Names of keys and channels get the installation's prefix. In a Cluster the
 * keys of one command must carry the same {@code {tag}}.
 */
public interface RedisCommands {

  /** The values of the keys at one moment, null where there is none. */
  List<byte @Nullable []> get(List<String> keys);

  /** Stores a value until the time has passed. */
  void set(String key, byte[] value, Duration lifetime);

  /** Stores a value unless there is one; whether it did. */
  boolean setIfAbsent(String key, String value, Duration lifetime);

  /** Deletes the key if it still has the value. */
  void deleteIf(String key, String value);

  /** Runs a Lua script, which Redis does as one step; numbers it answers come as {@link Long}. */
  List<Long> numbers(String script, List<String> keys, List<String> arguments);

  /** Tells those who listen to the channel at this moment. */
  void publish(String channel, byte[] message);
}
