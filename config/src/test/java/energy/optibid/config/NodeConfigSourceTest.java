package energy.optibid.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NodeConfigSourceTest {
  @Test
  void node_isThisProcess() {
    NodeConfigSource source = new NodeConfigSource();
    String name = String.valueOf(source.getValue(NodeConfigSource.NODE_PROPERTY));
    assertTrue(name.startsWith(ProcessHandle.current().pid() + "@"), name);
    assertEquals(name, NodeConfigSource.ownName());
    assertNull(source.getValue("optibid.home"));
  }
}
