package energy.optibid.bidding.domain;

import energy.optibid.bidding.SubmissionState;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a venue says of submissions, whenever and however often it says it. Each method is the part
 * of {@link Bid}'s method of that name that concerns the submissions.
 */
final class VenueAnswers {
  private final Submissions submissions;

  VenueAnswers(Submissions submissions) {
    this.submissions = submissions;
  }

  void send(UUID submissionId, OffsetDateTime at) {
    Submission submission =
        submissions
            .find(submissionId)
            .orElseThrow(() -> new IllegalTransition("submission", "over", "send"));
    submissions.put(submission.to(SubmissionState.SENT, at));
  }

  AnswerEffect acknowledge(
      UUID submissionId, String reference, boolean wantedBack, OffsetDateTime at) {
    return whileOpen(
        submissionId,
        submission ->
            switch (submission.state()) {
              case QUEUED ->
                  held(submission.to(SubmissionState.SENT, at), reference, wantedBack, at);
              case SENT -> held(submission, reference, wantedBack, at);
              case IN_DOUBT -> AnswerEffect.RECONCILE_FIRST;
              case ACKNOWLEDGED, WITHDRAW_REQUESTED -> AnswerEffect.REPEATED;
              case REPLACED, WITHDRAWN -> AnswerEffect.OUTDATED;
              case REFUSED -> throw contradiction(submission, "acknowledge");
            });
  }

  AnswerEffect refuse(UUID submissionId, String reason, OffsetDateTime at) {
    return whileOpen(
        submissionId,
        submission ->
            switch (submission.state()) {
              case QUEUED -> refused(submission.to(SubmissionState.SENT, at), reason, at);
              case SENT -> refused(submission, reason, at);
              case IN_DOUBT -> AnswerEffect.RECONCILE_FIRST;
              case REFUSED -> AnswerEffect.REPEATED;
              case REPLACED, WITHDRAWN -> AnswerEffect.OUTDATED;
              case ACKNOWLEDGED, WITHDRAW_REQUESTED -> throw contradiction(submission, "refuse");
            });
  }

  AnswerEffect doubt(UUID submissionId, OffsetDateTime at) {
    return whileOpen(
        submissionId,
        submission ->
            switch (submission.state()) {
              case SENT -> put(submission.to(SubmissionState.IN_DOUBT, at));
              case IN_DOUBT -> AnswerEffect.REPEATED;
              case ACKNOWLEDGED, REFUSED, REPLACED, WITHDRAW_REQUESTED, WITHDRAWN ->
                  AnswerEffect.OUTDATED;
              case QUEUED -> throw contradiction(submission, "doubt");
            });
  }

  AnswerEffect reconcileHeld(
      UUID submissionId, String reference, boolean wantedBack, OffsetDateTime at) {
    return whileOpen(
        submissionId,
        submission ->
            switch (submission.state()) {
              case IN_DOUBT -> held(submission, reference, wantedBack, at);
              case ACKNOWLEDGED, WITHDRAW_REQUESTED -> AnswerEffect.REPEATED;
              case QUEUED, SENT, REFUSED, REPLACED, WITHDRAWN ->
                  throw contradiction(submission, "reconcile");
            });
  }

  AnswerEffect reconcileAbsent(UUID submissionId, String reason, OffsetDateTime at) {
    return whileOpen(
        submissionId,
        submission ->
            switch (submission.state()) {
              case IN_DOUBT -> refused(submission, reason, at);
              case REFUSED -> AnswerEffect.REPEATED;
              case QUEUED, SENT, ACKNOWLEDGED, REPLACED, WITHDRAW_REQUESTED, WITHDRAWN ->
                  throw contradiction(submission, "reconcile");
            });
  }

  AnswerEffect confirmWithdrawal(UUID submissionId, OffsetDateTime at) {
    return whileOpen(
        submissionId,
        submission ->
            switch (submission.state()) {
              case WITHDRAW_REQUESTED -> put(submission.to(SubmissionState.WITHDRAWN, at));
              case WITHDRAWN -> AnswerEffect.REPEATED;
              case REPLACED -> AnswerEffect.OUTDATED;
              case QUEUED, SENT, IN_DOUBT, ACKNOWLEDGED, REFUSED ->
                  throw contradiction(submission, "confirm withdrawal");
            });
  }

  AnswerEffect refuseWithdrawal(UUID submissionId, String reason, OffsetDateTime at) {
    return whileOpen(
        submissionId,
        submission ->
            switch (submission.state()) {
              case WITHDRAW_REQUESTED ->
                  put(submission.because(SubmissionState.ACKNOWLEDGED, reason, at));
              case ACKNOWLEDGED -> AnswerEffect.REPEATED;
              case REPLACED -> AnswerEffect.OUTDATED;
              case QUEUED, SENT, IN_DOUBT, REFUSED, WITHDRAWN ->
                  throw contradiction(submission, "refuse withdrawal");
            });
  }

  /** An answer to a submission that is over tells nothing any more. */
  private AnswerEffect whileOpen(UUID id, Function<Submission, AnswerEffect> answer) {
    return submissions.find(id).map(answer).orElse(AnswerEffect.OUTDATED);
  }

  /**
   * @param wantedBack the bid was withdrawn while the answer was under way: it is asked back
   */
  private AnswerEffect held(
      Submission submission, String reference, boolean wantedBack, OffsetDateTime at) {
    Submission acknowledged = submission.to(SubmissionState.ACKNOWLEDGED, reference, at);
    submissions.hold(acknowledged, at);
    if (wantedBack) {
      submissions.put(acknowledged.to(SubmissionState.WITHDRAW_REQUESTED, at));
    }
    return AnswerEffect.APPLIED;
  }

  private AnswerEffect refused(Submission submission, String reason, OffsetDateTime at) {
    return put(submission.because(SubmissionState.REFUSED, reason, at));
  }

  private AnswerEffect put(Submission submission) {
    submissions.put(submission);
    return AnswerEffect.APPLIED;
  }

  private static IllegalTransition contradiction(Submission submission, String action) {
    return new IllegalTransition("submission", submission.state().code(), action);
  }
}
