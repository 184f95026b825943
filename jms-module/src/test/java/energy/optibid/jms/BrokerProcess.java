package energy.optibid.jms;

import jakarta.jms.ConnectionFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The broker that Payara Server brings, in a process of its own that can be killed. */
final class BrokerProcess implements AutoCloseable {
  private static final Path MQ =
      Path.of(System.getProperty("optibid.test.broker", "target/broker/payara6/mq"));

  private static final ClassLoader CLIENT = client();

  private final Path home;
  private final int port;
  private Process process;

  private BrokerProcess(Path home, int port) {
    this.home = home;
    this.port = port;
    this.process = launch();
  }

  static BrokerProcess start() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = free.getLocalPort();
      free.close();
      return new BrokerProcess(Files.createTempDirectory("optibid-broker-"), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL; returns when it is gone. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  void startAgain() {
    process = launch();
  }

  /**
   * Connections to it, made by its own client library.
   *
   * @param patient whether a connection outlives the broker and waits for the next one
   */
  ConnectionFactory connections(boolean patient) {
    try {
      Object factory =
          Class.forName("com.sun.messaging.ConnectionFactory", true, CLIENT)
              .getDeclaredConstructor()
              .newInstance();
      for (List<String> setting :
          List.of(
              List.of("imqAddressList", "mq://127.0.0.1:" + port + "/jms"),
              List.of("imqReconnectEnabled", Boolean.toString(patient)),
              List.of("imqReconnectAttempts", patient ? "-1" : "0"),
              List.of("imqReconnectInterval", "200"))) {
        factory
            .getClass()
            .getMethod("setProperty", String.class, String.class)
            .invoke(factory, setting.get(0), setting.get(1));
      }
      return (ConnectionFactory) factory;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ClassLoader client() {
    try {
      URL library = MQ.resolve("lib/imq.jar").toUri().toURL();
      return new URLClassLoader(new URL[] {library}, BrokerProcess.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Process launch() {
    ProcessBuilder line =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xmx64m",
            "-cp",
            MQ.resolve("lib/imqbroker.jar").toString(),
            "-Dimq.home=" + MQ.toAbsolutePath(),
            "-Dimq.libhome=" + MQ.resolve("lib").toAbsolutePath(),
            "-Dimq.varhome=" + home,
            "-Dimq.portmapper.hostname=127.0.0.1",
            "-Dimq.jms.tcp.hostname=127.0.0.1",
            "-Dimq.service.activelist=jms",
            "-Dimq.jmx.enabled=false",
            "com.sun.messaging.jmq.jmsserver.Broker",
            "-name",
            "test",
            "-port",
            Integer.toString(port),
            "-tty");
    line.redirectErrorStream(true);
    try {
      Process started = line.start();
      BufferedReader output =
          new BufferedReader(
              new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
      StringBuilder said = new StringBuilder();
      for (String next = output.readLine(); next != null; next = output.readLine()) {
        said.append(next).append('\n');
        if (next.contains("[B1039]")) {
          Thread drain = new Thread(() -> output.lines().forEach(ignored -> {}));
          drain.setDaemon(true);
          drain.start();
          return started;
        }
      }
      throw new IllegalStateException("the broker did not come up: " + said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
