package energy.optibid.bidding.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidState;
import energy.optibid.bidding.SubmissionState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A bid on the desk and at a venue that answers now or later. */
class BidTest {
  private static final UUID ONE = new UUID(0, 5);
  private static final UUID TWO = new UUID(0, 6);

  private final Bid bid = SampleBids.draft();

  private void submit(UUID id) {
    bid.submit(id, "ex", "ours", SampleBids.NOW);
  }

  private void send(UUID id) {
    submit(id);
    bid.send(id, SampleBids.NOW);
  }

  private void hold(UUID id) {
    send(id);
    assertEquals(AnswerEffect.APPLIED, bid.acknowledge(id, "theirs", SampleBids.NOW));
  }

  private SubmissionState newest() {
    return Objects.requireNonNull(bid.submission()).state();
  }

  private Optional<Integer> heldVersion() {
    return bid.held().map(Submission::versionNumber);
  }

  @Test
  void submit_approvesAndQueues_andTheVenueHasNothingYet() {
    submit(ONE);
    assertEquals(BidState.APPROVED, bid.state());
    assertEquals(SubmissionState.QUEUED, newest());
    assertEquals(Optional.empty(), bid.held());
  }

  @Test
  void acknowledge_takesTheVenuesReference() {
    hold(ONE);
    assertEquals("theirs", bid.held().orElseThrow().venueReference());
  }

  @Test
  void theOldVersionStaysAtTheVenue_untilTheNewOneIsAcknowledged() {
    hold(ONE);
    bid.amend(SampleBids.content("2"), SampleBids.NOW, SampleBids.USER);
    assertEquals(Optional.of(1), heldVersion());
    send(TWO);
    assertEquals(Optional.of(1), heldVersion());
    bid.acknowledge(TWO, "theirs", SampleBids.NOW);
    assertEquals(Optional.of(2), heldVersion());
    List<Submission> changed = bid.changedSubmissions();
    assertEquals(ONE, changed.get(0).id());
    assertEquals(SubmissionState.REPLACED, changed.get(0).state());
    assertEquals(SubmissionState.ACKNOWLEDGED, changed.get(1).state());
  }

  @Test
  void aRefusedVersion_leavesTheOldOneAtTheVenue_andMayBeSubmittedAgain() {
    hold(ONE);
    bid.amend(SampleBids.content("2"), SampleBids.NOW, SampleBids.USER);
    send(TWO);
    assertEquals(AnswerEffect.APPLIED, bid.refuse(TWO, "too late", SampleBids.NOW));
    assertEquals(Optional.of(1), heldVersion());
    assertEquals("too late", Objects.requireNonNull(bid.submission()).reason());
    hold(new UUID(0, 7));
    assertEquals(Optional.of(2), heldVersion());
  }

  @Test
  void aVersionThatNeverLeft_isTakenBackByTheNextOne() {
    submit(ONE);
    bid.amend(SampleBids.content("2"), SampleBids.NOW, SampleBids.USER);
    submit(TWO);
    assertEquals(SubmissionState.WITHDRAWN, bid.changedSubmissions().get(0).state());
    assertEquals(2, Objects.requireNonNull(bid.submission()).versionNumber());
  }

  @Test
  void nothingIsSubmitted_whileAnAnswerIsAwaited() {
    send(ONE);
    bid.amend(SampleBids.content("2"), SampleBids.NOW, SampleBids.USER);
    IllegalTransition waiting = assertThrows(IllegalTransition.class, () -> submit(TWO));
    assertEquals("A submission that is sent does not allow: submit.", waiting.getMessage());
    bid.doubt(ONE, SampleBids.NOW);
    assertThrows(IllegalTransition.class, () -> submit(TWO));
    assertEquals(BidState.DRAFT, bid.state());
  }

  @Test
  void doubt_isLeftByReconciliationOnly() {
    send(ONE);
    bid.doubt(ONE, SampleBids.NOW);
    assertEquals(AnswerEffect.RECONCILE_FIRST, bid.acknowledge(ONE, "theirs", SampleBids.NOW));
    assertEquals(AnswerEffect.RECONCILE_FIRST, bid.refuse(ONE, "no", SampleBids.NOW));
    assertEquals(SubmissionState.IN_DOUBT, newest());
    assertEquals(AnswerEffect.APPLIED, bid.reconcileHeld(ONE, "theirs", SampleBids.NOW));
    assertEquals(AnswerEffect.REPEATED, bid.reconcileHeld(ONE, "theirs", SampleBids.NOW));
    assertEquals(Optional.of(1), heldVersion());
  }

  @Test
  void reconciledAsAbsent_isRefused() {
    send(ONE);
    bid.doubt(ONE, SampleBids.NOW);
    assertEquals(AnswerEffect.APPLIED, bid.reconcileAbsent(ONE, "not there", SampleBids.NOW));
    assertEquals(AnswerEffect.REPEATED, bid.reconcileAbsent(ONE, "not there", SampleBids.NOW));
    assertEquals(SubmissionState.REFUSED, newest());
  }

  @Test
  void answersThatRepeatOrCameTooLate_changeNothing() {
    hold(ONE);
    assertEquals(AnswerEffect.REPEATED, bid.acknowledge(ONE, "again", SampleBids.NOW));
    assertEquals(AnswerEffect.OUTDATED, bid.doubt(ONE, SampleBids.NOW));
    assertEquals("theirs", bid.held().orElseThrow().venueReference());
    bid.amend(SampleBids.content("2"), SampleBids.NOW, SampleBids.USER);
    hold(TWO);
    assertEquals(AnswerEffect.OUTDATED, bid.acknowledge(ONE, "again", SampleBids.NOW));
    assertEquals(Optional.of(2), heldVersion());
  }

  @Test
  void anAnswerMayOvertakeTheNoteThatItWasSent() {
    submit(ONE);
    assertEquals(AnswerEffect.APPLIED, bid.acknowledge(ONE, "theirs", SampleBids.NOW));
    assertEquals(SubmissionState.ACKNOWLEDGED, newest());
  }

  @Test
  void contradictingAnswers_areRefusedByName() {
    hold(ONE);
    IllegalTransition refused =
        assertThrows(IllegalTransition.class, () -> bid.refuse(ONE, "no", SampleBids.NOW));
    assertEquals("A submission that is acknowledged does not allow: refuse.", refused.getMessage());
  }

  @Test
  void aWithdrawnBid_isAtTheVenueUntilThatConfirms() {
    hold(ONE);
    bid.withdraw(SampleBids.NOW);
    assertEquals(BidState.WITHDRAWN, bid.state());
    assertEquals(SubmissionState.WITHDRAW_REQUESTED, bid.held().orElseThrow().state());
    assertEquals(AnswerEffect.APPLIED, bid.confirmWithdrawal(ONE, SampleBids.NOW));
    assertEquals(Optional.empty(), bid.held());
    assertEquals(AnswerEffect.REPEATED, bid.confirmWithdrawal(ONE, SampleBids.NOW));
  }

  @Test
  void aVenueMayKeepAWithdrawnBid_whichMayBeAskedBackAgain() {
    hold(ONE);
    bid.withdraw(SampleBids.NOW);
    assertEquals(AnswerEffect.APPLIED, bid.refuseWithdrawal(ONE, "gate closed", SampleBids.NOW));
    assertEquals(SubmissionState.ACKNOWLEDGED, bid.held().orElseThrow().state());
    bid.withdraw(SampleBids.NOW);
    assertEquals(SubmissionState.WITHDRAW_REQUESTED, bid.held().orElseThrow().state());
  }

  @Test
  void whatIsUnderWayWhenTheBidIsWithdrawn_isAskedBackOnceItArrived() {
    hold(ONE);
    bid.amend(SampleBids.content("2"), SampleBids.NOW, SampleBids.USER);
    send(TWO);
    bid.withdraw(SampleBids.NOW);
    bid.acknowledge(TWO, "theirs", SampleBids.NOW);
    assertEquals(Optional.of(2), heldVersion());
    assertEquals(SubmissionState.WITHDRAW_REQUESTED, newest());
    assertEquals(
        List.of(SubmissionState.REPLACED, SubmissionState.WITHDRAW_REQUESTED),
        bid.changedSubmissions().stream().map(Submission::state).toList());
  }

  @Test
  void rejection_sendsTheVersionBackWithItsReason() {
    bid.requestApproval(SampleBids.NOW);
    bid.reject("too cheap", SampleBids.NOW);
    assertEquals(BidState.DRAFT, bid.state());
    assertEquals(Optional.of("too cheap"), bid.rejection());
    bid.amend(SampleBids.content("2"), SampleBids.NOW, SampleBids.USER);
    assertEquals(Optional.empty(), bid.rejection());
  }

  @Test
  void aDraftIsWithdrawnWithoutASubmission() {
    bid.withdraw(SampleBids.NOW);
    assertEquals(BidState.WITHDRAWN, bid.state());
    assertNull(bid.submission());
    IllegalTransition refused = assertThrows(IllegalTransition.class, () -> submit(ONE));
    assertEquals("A bid that is withdrawn does not allow: submit.", refused.getMessage());
  }

  /** A submission follows its table: what may follow is taken, everything else refused. */
  @Property
  void submissionsFollowTheirTable(@ForAll @Size(max = 12) List<SubmissionState> wishes) {
    Submission submission = Submission.queued(new UUID(0, 7), 1, "ex", "ref", SampleBids.NOW);
    for (SubmissionState wish : wishes) {
      Submission before = submission;
      if (before.state().next().contains(wish)) {
        submission = before.to(wish, SampleBids.NOW);
        assertEquals(wish, submission.state());
      } else {
        assertThrows(IllegalTransition.class, () -> before.to(wish, SampleBids.NOW));
      }
    }
    boolean ended =
        List.of(SubmissionState.REFUSED, SubmissionState.REPLACED, SubmissionState.WITHDRAWN)
            .contains(submission.state());
    assertTrue(!ended || submission.state().next().isEmpty());
  }
}
