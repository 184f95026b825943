package energy.optibid.bidding.domain;

import energy.optibid.bidding.SubmissionState;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The submissions of a bid that are not over: the newest one, and the one the venue holds, which is
 * an earlier one until the newest is acknowledged. At most one is under way and at most one held.
 */
final class Submissions {
  private @Nullable Submission newest;
  private @Nullable Submission held;
  private final Map<UUID, Submission> changed = new LinkedHashMap<>();

  Submissions(@Nullable Submission newest, @Nullable Submission held) {
    this.newest = newest;
    this.held = held;
  }

  @Nullable Submission newest() {
    return newest;
  }

  @Nullable Submission held() {
    return held;
  }

  /** Those that changed, each in its last state; what ends stands before what takes its place. */
  List<Submission> changed() {
    return List.copyOf(changed.values());
  }

  Optional<Submission> find(UUID id) {
    if (newest != null && newest.id().equals(id)) {
      return Optional.of(newest);
    }
    return Optional.ofNullable(held).filter(submission -> submission.id().equals(id));
  }

  Optional<Submission> underWay() {
    return Optional.ofNullable(newest).filter(submission -> submission.state().isUnderWay());
  }

  /**
   * Refuses a further submission while the venue may be acting on an earlier one.
   *
   * @throws IllegalTransition if one waits for its answer, is in doubt, or was asked back
   */
  void requireFree(String action) {
    for (Submission submission : new Submission[] {newest, held}) {
      if (submission != null) {
        switch (submission.state()) {
          case SENT, IN_DOUBT, WITHDRAW_REQUESTED ->
              throw new IllegalTransition("submission", submission.state().code(), action);
          case QUEUED, ACKNOWLEDGED, REFUSED, REPLACED, WITHDRAWN -> {
            // nothing is open between us and the venue
          }
        }
      }
    }
  }

  /** A further submission; one that never left is taken back. */
  void queue(Submission submission, OffsetDateTime at) {
    underWay().ifPresent(unsent -> put(unsent.to(SubmissionState.WITHDRAWN, at)));
    newest = submission;
    note(submission);
  }

  /** The venue has it: what it held before is replaced. */
  void hold(Submission acknowledged, OffsetDateTime at) {
    if (held != null && !held.id().equals(acknowledged.id())) {
      note(held.to(SubmissionState.REPLACED, at));
    }
    put(acknowledged);
  }

  /** A submission in its new state. */
  void put(Submission submission) {
    if (newest != null && newest.id().equals(submission.id())) {
      newest = submission;
    }
    if (submission.state().isHeld()) {
      held = submission;
    } else if (held != null && held.id().equals(submission.id())) {
      held = null;
    }
    note(submission);
  }

  private void note(Submission submission) {
    changed.remove(submission.id());
    changed.put(submission.id(), submission);
  }
}
