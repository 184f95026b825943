package energy.optibid.local;

import java.util.Map;

/** A real server that the platform can use but needs not. */
public interface LocalService extends AutoCloseable {

  /** Lower-case name, as in {@code --with} and in {@code /health}. */
  String name();

  /**
   * Fetches its programs where they are missing, starts it and returns when it answers. After an
   * end of any kind it starts again at the same port with the same data.
   *
   * @throws LaunchFailure when it does not come up, with the end of its log
   */
  void start();

  /** Its process, to be killed, frozen or looked at; of several the one clients speak to. */
  ServerProcess process();

  /** Settings of OptiBid that point to it, by key. */
  Map<String, String> settings();

  /** One line for the person who started it: where it is and how to look into it. */
  String where();

  /** Ends it in order; without effect when it does not run. */
  @Override
  void close();
}
