package energy.optibid.launcher.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.launcher.home.Home;
import energy.optibid.launcher.home.OwnerOnly;
import energy.optibid.local.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroNodeIT {
  @TempDir Path folder;
  private Home home = new Home(Path.of("/nowhere"));

  @BeforeEach
  void prepare() {
    home = new Home(folder);
    OwnerOnly.folder(home.run());
    OwnerOnly.folder(home.logs());
  }

  @Test
  void nodes_areToldApartByTheirPorts() {
    assertEquals(List.of(), MicroNode.ports(new Home(folder.resolve("never"))));
    MicroNode.pidFile(home, 8002).write(1);
    MicroNode.pidFile(home, 8001).write(1);
    PayaraServer.pidFile(home).write(1);
    assertEquals(List.of(8001, 8002), MicroNode.ports(home));
  }

  @Test
  void start_leavesNothingOfTheLastOne_andTakesItsPort() throws IOException {
    Path left = home.nodes().resolve("8001/root/left");
    Files.createDirectories(left);
    Path archives = Files.createDirectory(folder.resolve("archives"));
    MicroNode node = new MicroNode(home, 8001);
    assertThrows(
        LaunchFailure.class, () -> node.start(archives, folder, folder, "64m"), "no Payara Micro");

    Files.createFile(archives.resolve("payara-micro-0.jar"));
    ProcessHandle process = node.start(archives, folder, folder, "64m").toHandle();
    assertEquals(
        process.pid(),
        Long.parseLong(Files.readString(MicroNode.pidFile(home, 8001).file()).strip()));
    process.onExit().join();
    assertFalse(Files.exists(left));
    String preboot = Files.readString(home.nodes().resolve("8001/preboot.asadmin"));
    assertTrue(preboot.contains("http-listener.port=8001"), preboot);
    assertTrue(preboot.contains("http-listener.address=127.0.0.1"), preboot);
  }
}
