package energy.optibid.it.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** One of the installation's two servers: where it answers, and the process behind it. */
enum Node {
  /** Payara Server with the EAR. */
  SERVER(Api.url()) {
    @Override
    String pidFile() {
      return "payara";
    }

    @Override
    void startAgain() {
      INSTALLATION.start();
    }
  },

  /** Payara Micro with the WAR; {@code optibid.test.node.url} says where. */
  MICRO(System.getProperty("optibid.test.node.url", "http://127.0.0.1:8001")) {
    @Override
    String pidFile() {
      return "node-" + port();
    }

    @Override
    void startAgain() {
      INSTALLATION.startNode(port());
    }
  };

  private static final KilledInstallation INSTALLATION = KilledInstallation.underTest();

  private final String url;

  Node(String url) {
    this.url = url;
  }

  abstract String pidFile();

  abstract void startAgain();

  Node other() {
    return this == SERVER ? MICRO : SERVER;
  }

  String url() {
    return url;
  }

  int port() {
    return URI.create(url).getPort();
  }

  /** A demo login at this server; its token is the same at both. */
  Api as(String login) {
    return Api.as(login).at(url);
  }

  Live open(String login) {
    return Live.open(url, Api.tokenOf(login));
  }

  /** Whether a name by which a server signs its work is this one's: process and host. */
  boolean isCalled(String name) {
    return name.startsWith(INSTALLATION.process(pidFile()).pid() + "@");
  }

  void kill() {
    INSTALLATION.kill(pidFile());
  }

  /** Ends it in order; returns when it is gone. */
  void stop() {
    INSTALLATION.stop(pidFile());
  }

  /** Stops its processors' time, as it stands. */
  void freeze() {
    signal("STOP");
  }

  void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int exit =
          new ProcessBuilder(
                  "kill", "-" + name, Long.toString(INSTALLATION.process(pidFile()).pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (exit != 0) {
        throw new AssertionError(this + " could not be sent " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
