package energy.optibid.local.process;

import energy.optibid.local.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether a TCP port can be listened on, and which one can. */
public final class Ports {
  private Ports() {}

  /** True when nothing listens on the port at that address. */
  public static boolean isFree(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException busy) {
      return false;
    }
  }

  /**
   * Insists on a free port.
   *
   * @param what the thing that wants to listen, for the sentence
   * @param option the option that chooses another port
   * @throws LaunchFailure when the port is taken
   */
  public static void requireFree(InetAddress address, int port, String what, String option) {
    if (!isFree(address, port)) {
      throw new LaunchFailure(
          "Port %d, wanted for %s, is already in use; stop what listens there or choose another with %s."
              .formatted(port, what, option));
    }
  }

  /** A port that is free on the loopback address now. */
  public static int anyFree() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
