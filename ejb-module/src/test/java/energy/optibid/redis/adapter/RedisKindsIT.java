package energy.optibid.redis.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.local.ServerProcess;
import energy.optibid.local.process.Command;
import energy.optibid.local.programs.DebianPrograms;
import energy.optibid.resilience.ServiceUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of address against real servers. */
class RedisKindsIT {
  private static final DebianPrograms REDIS = DebianPrograms.of("redis-server");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder = Path.of("");
  private final List<ServerProcess> servers = new ArrayList<>();

  @AfterEach
  void stop() {
    servers.forEach(ServerProcess::close);
  }

  private int start(String name, String... options) {
    ServerProcess process = new ServerProcess(name, folder.resolve(name));
    servers.add(process);
    int port = process.port("redis");
    List<String> command = new ArrayList<>(List.of(REDIS.program("redis-server")));
    List<String> given = List.of(options);
    if (given.stream().noneMatch("--tls-port"::equals)) {
      command.addAll(List.of("--port", Integer.toString(port)));
    }
    command.addAll(List.of("--bind", "127.0.0.1", "--save", "", "--dir", "."));
    given.forEach(option -> command.add(option.replace("PORT", Integer.toString(port))));
    process.start(command, REDIS.environment(), () -> ServerProcess.accepts(port), PATIENCE);
    return port;
  }

  private void cli(String... arguments) {
    List<String> command = new ArrayList<>(List.of(REDIS.program("redis-cli")));
    command.addAll(List.of(arguments));
    Command.Result answer = Command.run(command, REDIS.environment(), folder);
    assertTrue(answer.succeeded(), answer.output());
  }

  private static void assertWorks(Map<String, String> settings) {
    try (RedisBench redis = new RedisBench(settings)) {
      assertWorks(redis);
    }
  }

  private static void assertWorks(RedisBench redis) {
    byte[] kept =
        redis
            .redis()
            .callOr(
                commands -> {
                  commands.set(
                      "{t}:key", "value".getBytes(StandardCharsets.UTF_8), Duration.ofMinutes(1));
                  return commands.get(List.of("{t}:key", "{t}:none")).get(0);
                },
                () -> new byte[0]);
    assertEquals("value", new String(kept, StandardCharsets.UTF_8));
  }

  @Test
  void oneServer_withUserPasswordAndDatabase() {
    int port =
        start(
            "acl", "--user", "me", "on", ">p@ss/w", "~*", "&*", "+@all", "--user", "default",
            "off");
    assertWorks(Map.of("optibid.redis.url", "redis://me:p%40ss%2Fw@127.0.0.1:" + port + "/3"));
    JedisRedis wrong = redis(Map.of("optibid.redis.url", "redis://me:no@127.0.0.1:" + port));
    assertThrows(RuntimeException.class, wrong::probe);
    wrong.close();
  }

  @Test
  void tls_isCheckedAgainstTheTrustFile() throws IOException {
    openssl(
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext"
            + " subjectAltName=IP:127.0.0.1 -keyout key.pem -out cert.pem");
    openssl(
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=other -keyout other-key.pem -out"
            + " other.pem");
    Path certificate = folder.resolve("cert.pem");
    assertTrue(Files.size(certificate) > 0);
    int port =
        start(
            "tls",
            "--port",
            "0",
            "--tls-port",
            "PORT",
            "--tls-cert-file",
            certificate.toString(),
            "--tls-key-file",
            folder.resolve("key.pem").toString(),
            "--tls-ca-cert-file",
            certificate.toString(),
            "--tls-auth-clients",
            "no");
    String url = "rediss://127.0.0.1:" + port;
    String slow = "PT4S"; // the first handshake of a JVM takes its time
    assertWorks(
        Map.of(
            "optibid.redis.url", url,
            "optibid.redis.timeout", slow,
            "optibid.redis.trust-file", certificate.toString()));
    JedisRedis distrustful =
        redis(
            Map.of(
                "optibid.redis.url", url,
                "optibid.redis.timeout", slow,
                "optibid.redis.trust-file", folder.resolve("other.pem").toString()));
    assertThrows(RuntimeException.class, distrustful::probe);
    distrustful.close();
  }

  private void openssl(String arguments) {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments.split(" ")));
    Command.Result answer = Command.run(command, Map.of(), folder);
    assertTrue(answer.succeeded(), answer.output());
  }

  @Test
  void sentinels_nameTheMaster_alsoAfterAFailover() throws IOException {
    int master = start("master");
    int replica = start("replica", "--replicaof", "127.0.0.1 " + master);
    Path home = Files.createDirectories(folder.resolve("sentinel"));
    Path config = home.resolve("sentinel.conf");
    Files.writeString(
        config,
        """
        sentinel monitor main 127.0.0.1 %d 1
        sentinel down-after-milliseconds main 500
        sentinel failover-timeout main 2000
        """
            .formatted(master));
    ServerProcess process = new ServerProcess("Sentinel", home);
    servers.add(process);
    int sentinel = process.port("redis");
    process.start(
        List.of(
            REDIS.program("redis-server"),
            config.toString(),
            "--sentinel",
            "--port",
            Integer.toString(sentinel),
            "--bind",
            "127.0.0.1"),
        REDIS.environment(),
        () -> ServerProcess.accepts(sentinel),
        PATIENCE);
    Map<String, String> settings =
        Map.of("optibid.redis.url", "redis+sentinel://127.0.0.1:" + sentinel + "/main/0");
    try (RedisBench redis = new RedisBench(settings)) {
      assertWorks(redis);
      RedisBench.until(
          () -> says(sentinel, "sentinel replicas main").contains(Integer.toString(replica)));
      servers.get(0).kill();
      RedisBench.until(
          () ->
              says(sentinel, "sentinel get-master-addr-by-name main")
                  .contains(Integer.toString(replica)));
      redis.reconnect();
      RedisBench.until(
          () ->
              redis
                  .redis()
                  .callOr(commands -> commands.setIfAbsent("n", "1", PATIENCE), () -> false));
    }
  }

  private String says(int port, String question) {
    List<String> command =
        new ArrayList<>(List.of(REDIS.program("redis-cli"), "-p", Integer.toString(port)));
    command.addAll(List.of(question.split(" ")));
    return Command.run(command, REDIS.environment(), folder).output();
  }

  @Test
  void cluster_findsTheNodeOfAKey() {
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ports.add(start("node-" + i, "--cluster-enabled", "yes"));
    }
    List<String> nodes = ports.stream().map(port -> "127.0.0.1:" + port).toList();
    cli("--cluster", "create", nodes.get(0), nodes.get(1), nodes.get(2), "--cluster-yes");
    RedisBench.until(
        () ->
            ports.stream()
                .allMatch(port -> says(port, "cluster info").contains("cluster_state:ok")));
    assertWorks(Map.of("optibid.redis.url", "redis+cluster://" + String.join(",", nodes)));
  }

  @Test
  void nobodyThere_whoAsksGoesWithout_atOnce() {
    JedisRedis redis = redis(Map.of("optibid.redis.url", "redis+sentinel://127.0.0.1:1/main"));
    long start = System.nanoTime();
    assertThrows(ServiceUnavailableException.class, () -> redis.call(commands -> true));
    assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 250);
    assertThrows(RuntimeException.class, redis::probe);
    assertEquals("nothing", redis.callOr(commands -> "something", () -> "nothing"));
    assertEquals(
        1, Objects.requireNonNull(redis.guarded().state(Map.of()).figures().get("fallbacks")));
    redis.close();
  }

  private static JedisRedis redis(Map<String, String> settings) {
    return new JedisRedis(
        new RedisSettings(name -> Optional.ofNullable(settings.get(name))),
        Callable::call,
        Clock.systemUTC());
  }
}
