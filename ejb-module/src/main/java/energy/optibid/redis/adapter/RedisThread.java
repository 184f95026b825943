package energy.optibid.redis.adapter;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

/** Listens to Redis for as long as the application is deployed; nothing waits for it. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RedisThread {

  @Resource private ManagedThreadFactory threads;
  @Inject private JedisRedis redis;

  @PostConstruct
  void start() {
    if (redis.isOn()) {
      Thread thread = threads.newThread(redis.subscriptions());
      thread.setName("optibid-redis-listener");
      thread.start();
    }
  }

  @PreDestroy
  void stop() {
    redis.subscriptions().stop();
  }
}
