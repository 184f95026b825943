package energy.optibid.local;

import java.nio.file.Path;

/** Who keeps a broker's records of topics and partitions: itself, or a ZooKeeper. */
sealed interface BrokerKind permits KraftBroker, ZooKeeperBroker {

  /** Its program in {@code versions.properties}. */
  String version();

  /** What stands in the broker's settings for it; continues the line of its listeners. */
  String settings();

  /** What has to be done before each start. */
  void prepare(Path folder, Path libraries, Path settings);

  /** Ends what was started for it. */
  void close();
}
