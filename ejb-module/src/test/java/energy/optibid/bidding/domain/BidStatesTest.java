package energy.optibid.bidding.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidState;
import energy.optibid.bidding.SubmissionState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is called in whatever order, with answers of a venue that repeats and reorders them. */
class BidStatesTest {
  enum Call {
    AMEND,
    REQUEST_APPROVAL,
    APPROVE,
    REJECT,
    QUEUE,
    SUBMIT,
    WITHDRAW,
    SEND,
    ACKNOWLEDGE,
    REFUSE,
    DOUBT,
    RECONCILE_HELD,
    RECONCILE_ABSENT,
    CONFIRM_WITHDRAWAL,
    REFUSE_WITHDRAWAL
  }

  /** The submissions of a bid as its store would have them. */
  private static final class Book {
    private final Map<UUID, SubmissionState> states = new HashMap<>();
    private final Deque<UUID> newestFirst = new ArrayDeque<>();

    void note(Bid bid) {
      for (Submission change : bid.changedSubmissions()) {
        SubmissionState before = states.put(change.id(), change.state());
        if (before == null) {
          newestFirst.addFirst(change.id());
        } else if (before != change.state()) {
          assertTrue(reaches(before, change.state()), before + " became " + change.state());
        }
      }
    }

    private static boolean reaches(SubmissionState from, SubmissionState to) {
      Set<SubmissionState> seen = new HashSet<>();
      Deque<SubmissionState> next = new ArrayDeque<>(from.next());
      while (!next.isEmpty()) {
        SubmissionState state = next.pop();
        if (state == to) {
          return true;
        }
        if (seen.add(state)) {
          next.addAll(state.next());
        }
      }
      return false;
    }

    UUID about(int index) {
      return newestFirst.stream().skip(index).findFirst().orElse(new UUID(9, index));
    }
  }

  @Property(tries = 3000)
  void noSequence_reachesAnIllegalState(
      @ForAll @Size(max = 40) List<Call> calls,
      @ForAll @Size(40) List<@IntRange(max = 2) Integer> abouts) {
    Bid bid = SampleBids.draft();
    Book book = new Book();
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      UUID about = book.about(abouts.get(i));
      String before = picture(bid);
      boolean applied;
      try {
        applied = apply(bid, call, about, new UUID(1, i));
      } catch (IllegalTransition refused) {
        assertTrue(
            String.valueOf(refused.getMessage())
                .matches("A (bid|submission) that is .* does not allow: .*\\."));
        applied = false;
      }
      if (!applied) {
        assertEquals(before, picture(bid), call + " changed something all the same");
      }
      book.note(bid);
      check(bid, book);
    }
    settle(bid, book);
  }

  private static void check(Bid bid, Book book) {
    long held = book.states.values().stream().filter(SubmissionState::isHeld).count();
    long underWay = book.states.values().stream().filter(SubmissionState::isUnderWay).count();
    assertTrue(held <= 1, "the venue holds " + held);
    assertTrue(underWay <= 1, underWay + " under way");
    assertEquals(held == 1, bid.held().isPresent());
    bid.held().ifPresent(one -> assertEquals(book.states.get(one.id()), one.state()));
    Submission newest = bid.submission();
    if (newest != null) {
      assertEquals(book.states.get(newest.id()), newest.state());
      assertTrue(newest.versionNumber() <= bid.version().number());
      bid.held().ifPresent(one -> assertTrue(one.versionNumber() <= newest.versionNumber()));
    }
  }

  /** However it stands: a withdrawn bid whose venue answers is nowhere in the end. */
  private static void settle(Bid bid, Book book) {
    if (bid.state() != BidState.WITHDRAWN) {
      bid.withdraw(SampleBids.NOW);
    }
    Submission newest = bid.submission();
    if (newest != null && newest.state() == SubmissionState.SENT) {
      bid.acknowledge(newest.id(), "theirs", SampleBids.NOW);
    } else if (newest != null && newest.state() == SubmissionState.IN_DOUBT) {
      bid.reconcileHeld(newest.id(), "theirs", SampleBids.NOW);
    }
    if (bid.held().filter(one -> one.state() == SubmissionState.ACKNOWLEDGED).isPresent()) {
      bid.withdraw(SampleBids.NOW);
    }
    bid.held().ifPresent(one -> bid.confirmWithdrawal(one.id(), SampleBids.NOW));
    book.note(bid);
    check(bid, book);
    assertTrue(bid.held().isEmpty());
    assertTrue(book.states.values().stream().noneMatch(SubmissionState::isUnderWay));
  }

  /**
   * @return whether it changed the bid; a venue's answer may be heard without changing anything
   */
  private static boolean apply(Bid bid, Call call, UUID about, UUID fresh) {
    switch (call) {
      case AMEND -> bid.amend(SampleBids.content("2"), SampleBids.NOW, SampleBids.USER);
      case REQUEST_APPROVAL -> bid.requestApproval(SampleBids.NOW);
      case APPROVE -> bid.approve(SampleBids.NOW);
      case REJECT -> bid.reject("no", SampleBids.NOW);
      case QUEUE -> bid.queue(fresh, "ex", "ours", SampleBids.NOW);
      case SUBMIT -> bid.submit(fresh, "ex", "ours", SampleBids.NOW);
      case WITHDRAW -> bid.withdraw(SampleBids.NOW);
      case SEND -> bid.send(about, SampleBids.NOW);
      case ACKNOWLEDGE -> {
        return is(bid.acknowledge(about, "theirs", SampleBids.NOW));
      }
      case REFUSE -> {
        return is(bid.refuse(about, "no", SampleBids.NOW));
      }
      case DOUBT -> {
        return is(bid.doubt(about, SampleBids.NOW));
      }
      case RECONCILE_HELD -> {
        return is(bid.reconcileHeld(about, "theirs", SampleBids.NOW));
      }
      case RECONCILE_ABSENT -> {
        return is(bid.reconcileAbsent(about, "no", SampleBids.NOW));
      }
      case CONFIRM_WITHDRAWAL -> {
        return is(bid.confirmWithdrawal(about, SampleBids.NOW));
      }
      case REFUSE_WITHDRAWAL -> {
        return is(bid.refuseWithdrawal(about, "no", SampleBids.NOW));
      }
    }
    return true;
  }

  private static boolean is(AnswerEffect effect) {
    return effect == AnswerEffect.APPLIED;
  }

  private static String picture(Bid bid) {
    return bid.state()
        + " "
        + bid.version().number()
        + " "
        + bid.rejection()
        + " "
        + bid.submission()
        + " "
        + bid.held()
        + " "
        + bid.changedSubmissions();
  }
}
