package energy.optibid.launcher.server;

import energy.optibid.launcher.home.Home;
import energy.optibid.launcher.home.OwnerOnly;
import energy.optibid.local.LaunchFailure;
import energy.optibid.local.process.Child;
import energy.optibid.local.process.PidFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One more server for the installation of a home folder: the application on Payara Micro, on the
 * same database with the same settings and keys. Nodes of a home are told apart by their ports;
 * nothing a node has on disk outlives its next start.
 */
public final class MicroNode {
  private static final String PID_FILES = "node-*.pid";

  private final Home home;
  private final int port;

  /**
   * A node that may or may not run.
   *
   * @param port TCP port of the application, always on the loopback address
   */
  public MicroNode(Home home, int port) {
    this.home = home;
    this.port = port;
  }

  /** Where the process id is written. */
  public static PidFile pidFile(Home home, int port) {
    return new PidFile(home.run().resolve("node-" + port + ".pid"));
  }

  /** The ports of all nodes that were started from the home and not ended in order. */
  public static List<Integer> ports(Home home) {
    if (!Files.isDirectory(home.run())) {
      return List.of();
    }
    List<Integer> ports = new ArrayList<>();
    try (var files = Files.newDirectoryStream(home.run(), PID_FILES)) {
      for (Path file : files) {
        ports.add(Integer.valueOf(file.getFileName().toString().replaceAll("\\D", "")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ports.sort(Comparator.naturalOrder());
    return ports;
  }

  /**
   * Starts the node; it is not ready when this returns.
   *
   * @param archives folder with Payara Micro's jar
   * @param war the application
   * @param configFile the installation's settings
   * @param heap maximum Java heap, as {@code -Xmx} takes it
   */
  public Process start(Path archives, Path war, Path configFile, String heap) {
    Path folder = emptyFolder();
    Path preboot = folder.resolve("preboot.asadmin");
    Path logging = folder.resolve("logging.properties");
    OwnerOnly.write(
        preboot, resource("node-preboot.asadmin").replace("${port}", Integer.toString(port)));
    OwnerOnly.write(logging, resource("node-logging.properties"));
    List<String> command =
        List.of(
            Asadmin.javaProgram(),
            "-Xmx" + heap,
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC",
            "-Djava.io.tmpdir=" + OwnerOnly.folder(folder.resolve("tmp")),
            "-Doptibid.config.file=" + configFile,
            "-jar",
            microJar(archives).toString(),
            "--nocluster",
            "--nohazelcast",
            "--disablephonehome",
            "--contextroot",
            "/",
            "--port",
            Integer.toString(port),
            "--rootdir",
            folder.resolve("root").toString(),
            "--logproperties",
            logging.toString(),
            "--prebootcommandfile",
            preboot.toString(),
            "--deploy",
            war.toString());
    return child().start(command, Map.of(), folder);
  }

  /** The node's output and process id. */
  public Child child() {
    return new Child(home.logs().resolve("node-" + port + ".log"), pidFile(home, port));
  }

  private Path emptyFolder() {
    Path folder = OwnerOnly.folder(home.nodes()).resolve(Integer.toString(port));
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return OwnerOnly.folder(folder);
  }

  private static Path microJar(Path archives) {
    try (var files = Files.newDirectoryStream(archives, "payara-micro-*.jar")) {
      for (Path file : files) {
        return file;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new LaunchFailure(
        "There is no Payara Micro in %s; build with mvn package first.".formatted(archives));
  }

  private static String resource(String name) {
    try (InputStream text = MicroNode.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException(name + " is missing from the launcher's jar");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
