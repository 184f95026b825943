package energy.optibid.ws;

import energy.optibid.identity.Permissions;
import energy.optibid.jobs.Job;
import energy.optibid.jobs.Jobs;
import energy.optibid.outbox.EventLog;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ChannelSource;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.UUID;

/** {@code jobs.{id}}: one job of the organisation and how far it is. */
@ApplicationScoped
public class JobChannel implements ChannelSource {
  private static final String PREFIX = "jobs.";

  private final Jobs jobs;
  private final EventLog log;

  @Inject
  public JobChannel(Jobs jobs, EventLog log) {
    this.jobs = jobs;
    this.log = log;
  }

  @Override
  public boolean owns(String channel) {
    return channel.startsWith(PREFIX);
  }

  @Override
  public boolean mayRead(Caller caller, String channel) {
    return caller.may(Permissions.JOBS_READ) && find(channel).isPresent();
  }

  @Override
  public Snapshot snapshot(Caller caller, String channel) {
    long sequence = log.latest(caller.organization(), channel);
    Job job = find(channel).orElseThrow(() -> ProblemException.notFound("job"));
    JsonObjectBuilder data =
        Json.createObjectBuilder()
            .add("id", job.id().toString())
            .add("kind", job.kind())
            .add("state", job.state().slug())
            .add(
                "progress",
                Json.createObjectBuilder()
                    .add("done", job.progress().done())
                    .add("total", job.progress().total())
                    .add("note", job.progress().note()))
            .add("version", job.version());
    Optional.ofNullable(job.error()).ifPresent(error -> data.add("error", error));
    Optional.ofNullable(job.result()).ifPresent(result -> data.add("result", result));
    return new Snapshot(sequence, data.build());
  }

  private Optional<Job> find(String channel) {
    try {
      return Optional.of(jobs.find(UUID.fromString(channel.substring(PREFIX.length()))));
    } catch (IllegalArgumentException | ProblemException e) {
      return Optional.empty();
    }
  }
}
