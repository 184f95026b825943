package energy.optibid.local;

import energy.optibid.local.programs.MavenPrograms;
import energy.optibid.local.programs.Versions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A Kafka broker: a current one by itself (KRaft), or one of the last line that needs ZooKeeper.
 * Topics are made when they are first named, with three partitions. It listens at two ports of the
 * loopback address: one lets everybody in, the other asks for a name and a password (SASL/PLAIN),
 * over TLS where it has a certificate. Access lists hold for who signs in.
 */
public final class LocalKafka implements LocalService {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String USER = "optibid";

  private final BrokerKind kind;
  private final ServerProcess broker;
  private final int port;
  private final int signedInPort;
  private final String password = UUID.randomUUID().toString();
  private final Optional<KeyStore> keyStore;

  /** A broker without ZooKeeper, its data in the folder. */
  public LocalKafka(Path folder) {
    this(folder, new KraftBroker(), Optional.empty());
  }

  private LocalKafka(Path folder, BrokerKind kind, Optional<KeyStore> keyStore) {
    this.kind = kind;
    this.keyStore = keyStore;
    this.broker = new ServerProcess("Kafka", folder);
    this.port = broker.port("plain");
    this.signedInPort = broker.port("sasl");
  }

  /** A broker with a ZooKeeper of its own, the data of both in the folder. */
  public static LocalKafka withZooKeeper(Path folder) {
    return new LocalKafka(
        folder,
        new ZooKeeperBroker(new ServerProcess("ZooKeeper", folder.resolve("zookeeper"))),
        Optional.empty());
  }

  /** A broker without ZooKeeper to whom one signs in over TLS. */
  public static LocalKafka withTls(Path folder, KeyStore keyStore) {
    return new LocalKafka(folder, new KraftBroker(), Optional.of(keyStore));
  }

  /**
   * A PKCS #12 file with a server's key and certificate.
   *
   * @param password of the file and of the key
   */
  public record KeyStore(Path file, String password) {}

  private String protocol() {
    return keyStore.isPresent() ? "SASL_SSL" : "SASL_PLAINTEXT";
  }

  private String tls() {
    return keyStore
        .map(
            store ->
                """
                ssl.keystore.type=PKCS12
                ssl.keystore.location=%s
                ssl.keystore.password=%s
                ssl.key.password=%s
                """
                    .formatted(store.file().toAbsolutePath(), store.password(), store.password()))
        .orElse("");
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public void start() {
    String version = Versions.of(kind.version());
    Path libraries =
        MavenPrograms.libraries(
            "kafka-" + version,
            "org.apache.kafka:kafka_2.13:" + version,
            "org.slf4j:slf4j-simple:" + Versions.of("kafka-slf4j"));
    Path settings = broker.folder().resolve("server.properties");
    write(settings, tls() + common() + kind.settings());
    kind.prepare(broker.folder(), libraries, settings);
    broker.start(
        java(libraries, 384, "kafka.Kafka", settings.toString()),
        Map.of(),
        () -> ServerProcess.accepts(port) && ServerProcess.accepts(signedInPort),
        PATIENCE);
  }

  private String common() {
    return """
    log.dirs=%s
    num.partitions=3
    offsets.topic.num.partitions=1
    offsets.topic.replication.factor=1
    transaction.state.log.num.partitions=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    group.initial.rebalance.delay.ms=0
    auto.create.topics.enable=true
    inter.broker.listener.name=PLAINTEXT
    advertised.listeners=PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d
    sasl.enabled.mechanisms=PLAIN
    listener.name.%s.plain.sasl.jaas.config=\
    org.apache.kafka.common.security.plain.PlainLoginModule required user_%s="%s";
    listeners=PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d"""
        .formatted(
            broker.folder().resolve("log"),
            port,
            protocol(),
            signedInPort,
            protocol().toLowerCase(Locale.ROOT),
            USER,
            password,
            port,
            protocol(),
            signedInPort);
  }

  /** A Java program of the libraries, small and quick to start. */
  static List<String> java(Path libraries, int megabytes, String main, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                "-Dorg.slf4j.simpleLogger.logFile=System.out",
                "-cp",
                libraries + "/*",
                main));
    command.addAll(List.of(arguments));
    return command;
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ServerProcess process() {
    return broker;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("optibid.kafka.bootstrap-servers", "127.0.0.1:" + port);
  }

  /** The same for the port that asks who is there. */
  public Map<String, String> signedInSettings() {
    return signedInSettings(password);
  }

  /** The same with another password. */
  public Map<String, String> signedInSettings(String given) {
    return Map.of(
        "optibid.kafka.bootstrap-servers",
        "127.0.0.1:" + signedInPort,
        "optibid.kafka.client.security.protocol",
        protocol(),
        "optibid.kafka.client.sasl.mechanism",
        "PLAIN",
        "optibid.kafka.client.sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(USER, given));
  }

  @Override
  public String where() {
    return "127.0.0.1:%d; topics begin with optibid.".formatted(port);
  }

  @Override
  public void close() {
    broker.close();
    kind.close();
  }
}
