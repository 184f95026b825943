package energy.optibid.bidding.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidBlock;
import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidPoint;
import energy.optibid.bidding.BidSide;
import energy.optibid.bidding.BidState;
import energy.optibid.bidding.SubmissionState;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BidTest {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2025-04-01T10:00:00Z");
  private static final UUID USER = new UUID(0, 1);

  private static BidContent content(String megawatts) {
    BidPoint point = new BidPoint(BigDecimal.ONE, new BigDecimal(megawatts));
    return new BidContent(
        new UUID(0, 2), "NORD", BidSide.SELL, null, List.of(new BidBlock(1, List.of(point))));
  }

  private static Bid draft() {
    return Bid.draft(new UUID(0, 3), new UUID(0, 4), content("1"), NOW, USER);
  }

  @Test
  void submitApprovesAndTheVenueHasIt() {
    Bid bid = draft();
    bid.submit(new UUID(0, 5), NOW);
    assertEquals(BidState.APPROVED, bid.state());
    assertEquals(SubmissionState.ACKNOWLEDGED, submission(bid).state());
    assertEquals(1, submission(bid).versionNumber());
  }

  @Test
  void anAmendedBidStaysAtTheVenueUntilItIsSubmittedAgain() {
    Bid bid = draft();
    bid.submit(new UUID(0, 5), NOW);
    bid.amend(content("2"), NOW, USER);
    assertEquals(BidState.DRAFT, bid.state());
    assertEquals(2, bid.version().number());
    assertEquals(1, submission(bid).versionNumber());
    assertEquals(SubmissionState.ACKNOWLEDGED, submission(bid).state());

    bid.submit(new UUID(0, 6), NOW);
    List<Submission> changed = bid.changedSubmissions();
    Submission replaced = changed.get(changed.size() - 2);
    assertEquals(new UUID(0, 5), replaced.id());
    assertEquals(SubmissionState.REPLACED, replaced.state());
    assertEquals(2, submission(bid).versionNumber());
  }

  @Test
  void withdrawingTakesItBackFromTheVenueToo() {
    Bid bid = draft();
    bid.submit(new UUID(0, 5), NOW);
    bid.withdraw(NOW);
    assertEquals(BidState.WITHDRAWN, bid.state());
    assertEquals(SubmissionState.WITHDRAWN, submission(bid).state());
  }

  @Test
  void aDraftIsWithdrawnWithoutASubmission() {
    Bid bid = draft();
    bid.withdraw(NOW);
    assertEquals(BidState.WITHDRAWN, bid.state());
    assertNull(bid.submission());
  }

  @Test
  void refusalsNameStateAndAction() {
    Bid bid = draft();
    bid.withdraw(NOW);
    IllegalTransition refused =
        assertThrows(IllegalTransition.class, () -> bid.submit(new UUID(0, 5), NOW));
    assertEquals("A bid that is withdrawn cannot go to submit.", refused.getMessage());
  }

  enum Action {
    AMEND,
    REQUEST_APPROVAL,
    APPROVE,
    SUBMIT,
    WITHDRAW
  }

  /**
   * Whatever is tried in whatever order, the venue holds at most one version, and the right one.
   */
  @Property
  void noSequenceReachesAnIllegalState(@ForAll @Size(max = 25) List<Action> actions) {
    Bid bid = draft();
    Map<UUID, SubmissionState> venue = new HashMap<>();
    int lastSubmitted = 0;
    long next = 100;
    for (Action action : actions) {
      BidState before = bid.state();
      int version = bid.version().number();
      boolean allowed = allowed(action, before);
      if (allowed) {
        apply(bid, action, new UUID(0, next++));
      } else {
        long id = next;
        assertThrows(IllegalTransition.class, () -> apply(bid, action, new UUID(0, id)));
        assertEquals(before, bid.state(), "a refused action changes nothing");
        assertEquals(version, bid.version().number());
      }
      if (allowed && action == Action.SUBMIT) {
        lastSubmitted = bid.version().number();
      }
      bid.changedSubmissions().forEach(change -> venue.put(change.id(), change.state()));
      long held = venue.values().stream().filter(SubmissionState.ACKNOWLEDGED::equals).count();
      boolean wanted = lastSubmitted > 0 && bid.state() != BidState.WITHDRAWN;
      assertEquals(wanted ? 1 : 0, held, "versions at the venue");
      if (wanted) {
        assertEquals(lastSubmitted, submission(bid).versionNumber());
      }
      assertFalse(bid.state() == BidState.WITHDRAWN && held > 0);
    }
  }

  private static boolean allowed(Action action, BidState state) {
    return switch (action) {
      case AMEND, WITHDRAW -> state != BidState.WITHDRAWN;
      case REQUEST_APPROVAL, SUBMIT -> state == BidState.DRAFT;
      case APPROVE -> state == BidState.PENDING_APPROVAL;
    };
  }

  private static void apply(Bid bid, Action action, UUID id) {
    switch (action) {
      case AMEND -> bid.amend(content("2"), NOW, USER);
      case REQUEST_APPROVAL -> bid.requestApproval(NOW);
      case APPROVE -> bid.approve(NOW);
      case SUBMIT -> bid.submit(id, NOW);
      case WITHDRAW -> bid.withdraw(NOW);
    }
  }

  /** A submission follows its table: what may follow is taken, everything else refused. */
  @Property
  void submissionsFollowTheirTable(@ForAll @Size(max = 12) List<SubmissionState> wishes) {
    Submission submission = Submission.queued(new UUID(0, 7), 1, "internal", "ref", NOW);
    for (SubmissionState wish : wishes) {
      Submission before = submission;
      if (before.state().next().contains(wish)) {
        submission = before.to(wish, NOW);
        assertEquals(wish, submission.state());
      } else {
        assertThrows(IllegalTransition.class, () -> before.to(wish, NOW));
      }
    }
    boolean ended =
        List.of(SubmissionState.REFUSED, SubmissionState.REPLACED, SubmissionState.WITHDRAWN)
            .contains(submission.state());
    assertTrue(!ended || submission.state().next().isEmpty());
  }

  private static Submission submission(Bid bid) {
    @Nullable Submission submission = bid.submission();
    if (submission == null) {
      throw new AssertionError("no submission");
    }
    return submission;
  }
}
