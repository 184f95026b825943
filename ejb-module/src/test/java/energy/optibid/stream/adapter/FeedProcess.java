package energy.optibid.stream.adapter;

import energy.optibid.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A node's reader of the feed in a process of its own, which kills itself where it is told to. */
public final class FeedProcess {
  private FeedProcess() {}

  /** Starts one that gets SIGKILL at that hit of the failpoint. */
  static Process start(String address, String prefix, PostgresServer server, String failpoint)
      throws IOException {
    Path orders = Files.createTempFile("failpoint", ".txt");
    Files.writeString(orders, failpoint);
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Doptibid.failpoints=" + orders,
                "-cp",
                Objects.requireNonNullElse(
                    System.getProperty("surefire.test.class.path"),
                    System.getProperty("java.class.path")),
                FeedProcess.class.getName(),
                address,
                prefix,
                server.settings().url()))
        .redirectErrorStream(true)
        .redirectOutput(orders.resolveSibling(orders.getFileName() + ".log").toFile())
        .start();
  }

  public static void main(String[] arguments) {
    KafkaSettings settings =
        TestBroker.settings(
            Map.of("optibid.kafka.bootstrap-servers", arguments[0]),
            arguments[1],
            "optibid.kafka.feed.batch",
            "100");
    new FeedNode(settings, PostgresServer.at(arguments[2])).start();
  }
}
