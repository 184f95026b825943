package energy.optibid.local;

import energy.optibid.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A broker beside a ZooKeeper of its own. */
final class ZooKeeperBroker implements BrokerKind {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ServerProcess zooKeeper;
  private final int zooKeeperPort = Ports.anyFree();

  ZooKeeperBroker(ServerProcess zooKeeper) {
    this.zooKeeper = zooKeeper;
  }

  @Override
  public String version() {
    return "kafka-zookeeper";
  }

  @Override
  public String settings() {
    return """

    broker.id=1
    zookeeper.connect=127.0.0.1:%d
    zookeeper.session.timeout.ms=2000
    """
        .formatted(zooKeeperPort);
  }

  @Override
  public void prepare(Path folder, Path libraries, Path settings) {
    if (zooKeeper.isAlive()) {
      awaitForgotten();
      return;
    }
    Path file = zooKeeper.folder().resolve("zoo.cfg");
    LocalKafka.write(
        file,
        """
        tickTime=500
        maxSessionTimeout=10000
        dataDir=%s
        clientPort=%d
        clientPortAddress=127.0.0.1
        admin.enableServer=false
        4lw.commands.whitelist=dump
        """
            .formatted(zooKeeper.folder().resolve("data"), zooKeeperPort));
    zooKeeper.start(
        LocalKafka.java(
            libraries, 128, "org.apache.zookeeper.server.quorum.QuorumPeerMain", file.toString()),
        Map.of(),
        () -> ServerProcess.accepts(zooKeeperPort),
        PATIENCE);
  }

  /** A broker that was killed may not come back before ZooKeeper has ended its session. */
  private void awaitForgotten() {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (ephemeralNodes().contains("/brokers/ids/1")) {
      if (Instant.now().isAfter(deadline)) {
        throw new LaunchFailure(
            "ZooKeeper does not end the session of the broker that was killed.");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private String ephemeralNodes() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), zooKeeperPort)) {
      socket.getOutputStream().write("dump".getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    zooKeeper.close();
  }
}
