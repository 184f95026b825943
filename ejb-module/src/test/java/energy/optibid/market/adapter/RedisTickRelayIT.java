package energy.optibid.market.adapter;

import energy.optibid.local.LocalRedis;
import energy.optibid.market.TickCarrier;
import energy.optibid.redis.adapter.RedisBench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class RedisTickRelayIT extends TickRelayContract {
  @TempDir private Path folder;
  private LocalRedis server = new LocalRedis(Path.of("target", "redis-ticks"));
  private final List<RedisBench> open = new ArrayList<>();

  @BeforeEach
  void start() {
    server = new LocalRedis(folder);
    server.start();
  }

  @AfterEach
  void stop() {
    open.forEach(RedisBench::close);
    server.close();
  }

  @Override
  protected TickCarrier carrier() {
    RedisBench redis = new RedisBench(server.settings(), true);
    open.add(redis);
    return new RedisTickCarrier(redis.redis());
  }

  @Override
  protected void kill() {
    server.process().kill();
  }

  @Override
  protected void startAgain() {
    server.start();
  }
}
