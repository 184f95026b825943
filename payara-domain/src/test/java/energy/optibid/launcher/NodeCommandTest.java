package energy.optibid.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.local.LaunchFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class NodeCommandTest {
  @TempDir Path folder;

  @Test
  void options_areRead() {
    NodeCommand node = parsed("--port=8001", "--home=/x/y", "--heap", "1g", "--detach");
    assertEquals(8001, node.port);
    assertEquals(Path.of("/x/y"), node.homeOption.home().folder());
    assertEquals("1g", node.heap);
    assertTrue(node.detach);
    assertFalse(parsed("--port=8001").detach);
  }

  @Test
  void port_mustBeSaid() {
    assertThrows(CommandLine.MissingParameterException.class, () -> parsed("--detach"));
  }

  @Test
  void homeThatWasNeverStarted_isRefused() {
    NodeCommand node = parsed("--port=8001", "--home=" + folder);
    LaunchFailure refusal = assertThrows(LaunchFailure.class, node::call);
    assertTrue(String.valueOf(refusal.getMessage()).contains("./optibid run"), "" + refusal);
  }

  @Test
  void help_listsIt() {
    assertTrue(Launcher.commandLine().getUsageMessage().contains("node"));
  }

  private static NodeCommand parsed(String... arguments) {
    NodeCommand node = new NodeCommand();
    new CommandLine(node).parseArgs(arguments);
    return node;
  }
}
