package energy.optibid.redis.adapter;

import energy.optibid.redis.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/** Commands by a Jedis client. */
final class JedisCommands implements RedisCommands {
  private static final String DELETE_IF =
      "if redis.call('get', KEYS[1]) == ARGV[1] then return {redis.call('del', KEYS[1])} end"
          + " return {0}";

  private final UnifiedJedis client;
  private final String prefix;

  JedisCommands(UnifiedJedis client, String prefix) {
    this.client = client;
    this.prefix = prefix;
  }

  @Override
  public List<byte @Nullable []> get(List<String> keys) {
    return client.mget(keys.stream().map(this::bytes).toArray(byte[][]::new));
  }

  @Override
  public void set(String key, byte[] value, Duration lifetime) {
    client.set(bytes(key), value, SetParams.setParams().px(lifetime.toMillis()));
  }

  @Override
  public boolean setIfAbsent(String key, String value, Duration lifetime) {
    return client.set(prefix + key, value, SetParams.setParams().nx().px(lifetime.toMillis()))
        != null;
  }

  @Override
  public void deleteIf(String key, String value) {
    numbers(DELETE_IF, List.of(key), List.of(value));
  }

  @Override
  public List<Long> numbers(String script, List<String> keys, List<String> arguments) {
    Object answer = client.eval(script, keys.stream().map(key -> prefix + key).toList(), arguments);
    return ((List<?>) answer).stream().map(Long.class::cast).toList();
  }

  @Override
  public void publish(String channel, byte[] message) {
    client.publish(bytes(channel), message);
  }

  private byte[] bytes(String name) {
    return (prefix + name).getBytes(StandardCharsets.UTF_8);
  }
}
