package energy.optibid.local;

import energy.optibid.local.process.Command;
import energy.optibid.local.process.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Broker and controller in one process. */
final class KraftBroker implements BrokerKind {
  /** A cluster of one needs no name that differs from another's. */
  private static final String CLUSTER = "b3B0aWJpZC1sb2NhbC0wMQ";

  private final int controllerPort = Ports.anyFree();

  @Override
  public String version() {
    return "kafka";
  }

  @Override
  public String settings() {
    return """
    ,CONTROLLER://127.0.0.1:%d
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@127.0.0.1:%d
    controller.listener.names=CONTROLLER
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT
    authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
    super.users=User:ANONYMOUS
    allow.everyone.if.no.acl.found=true
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    """
        .formatted(controllerPort, controllerPort);
  }

  @Override
  public void prepare(Path folder, Path libraries, Path settings) {
    if (Files.exists(folder.resolve("log").resolve("meta.properties"))) {
      return;
    }
    Command.Result formatted =
        Command.run(
            LocalKafka.java(
                libraries,
                128,
                "kafka.tools.StorageTool",
                "format",
                "--cluster-id",
                CLUSTER,
                "--config",
                settings.toString()),
            Map.of(),
            folder);
    if (!formatted.succeeded()) {
      throw new LaunchFailure("Kafka's folder could not be prepared: " + formatted.output());
    }
  }

  @Override
  public void close() {
    // nothing beside the broker runs
  }
}
