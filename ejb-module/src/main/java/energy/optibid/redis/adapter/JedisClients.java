package energy.optibid.redis.adapter;

import energy.optibid.redis.domain.RedisAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;

/** Makes clients for whatever kind of Redis the address names. */
final class JedisClients {
  /** The listening connection hears a heartbeat every few seconds; silent so long it is dead. */
  static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

  private final RedisSettings settings;

  JedisClients(RedisSettings settings) {
    this.settings = settings;
  }

  /**
   * A client. That of Sentinels or a Cluster is made only when one of them answers.
   *
   * @throws IllegalStateException when the trust file cannot be read
   */
  UnifiedJedis open() {
    RedisAddress address = settings.address();
    // a call may wait for a connection and then for the answer
    int half = (int) Math.max(1, settings.timeout().toMillis() / 2);
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(settings.connections());
    pool.setMaxIdle(settings.connections());
    pool.setMaxWait(Duration.ofMillis(half));
    pool.setJmxEnabled(false);
    Set<HostAndPort> hosts =
        address.hosts().stream()
            .map(host -> new HostAndPort(host.name(), host.port()))
            .collect(Collectors.toSet());
    return switch (address.kind()) {
      case SINGLE ->
          RedisClient.builder()
              .hostAndPort(hosts.iterator().next())
              .clientConfig(config(address.user(), address.password(), address.database(), half))
              .poolConfig(pool)
              .build();
      case SENTINEL ->
          RedisSentinelClient.builder()
              .masterName(String.valueOf(address.master()))
              .sentinels(hosts)
              .sentinelClientConfig(config(null, null, 0, sentinelMillis(hosts.size())))
              .clientConfig(config(address.user(), address.password(), address.database(), half))
              .poolConfig(pool)
              .build();
      case CLUSTER ->
          RedisClusterClient.builder()
              .nodes(hosts)
              .clientConfig(config(address.user(), address.password(), 0, half))
              .maxAttempts(2)
              .maxTotalRetriesDuration(settings.timeout())
              .poolConfig(pool)
              .build();
    };
  }

  private int sentinelMillis(int sentinels) {
    return (int) Math.max(1, settings.connectTimeout().toMillis() / (2L * sentinels));
  }

  private JedisClientConfig config(
      @Nullable String user, @Nullable String password, int database, int millis) {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis(millis)
            .socketTimeoutMillis(millis)
            .blockingSocketTimeoutMillis((int) LONGEST_SILENCE.toMillis())
            .clientName("optibid")
            .resp2()
            .database(database);
    if (user != null) {
      config.user(user);
    }
    if (password != null) {
      config.password(password);
    }
    if (settings.address().tls()) {
      SSLParameters parameters = new SSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      config.ssl(true).sslParameters(parameters);
      settings.trustFile().ifPresent(file -> config.sslSocketFactory(trusting(file)));
    }
    return config.build();
  }

  private static SSLSocketFactory trusting(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
      authorities.load(null, null);
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        authorities.setCertificateEntry("authority-" + number++, one);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(authorities);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("optibid.redis.trust-file cannot be read", e);
    }
  }
}
