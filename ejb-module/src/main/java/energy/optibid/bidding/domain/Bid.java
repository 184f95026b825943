package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidState;
import energy.optibid.bidding.SubmissionState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bid of an organisation in one auction: its newest version, its desk state, and what the venue
 * holds. Every change is a method here; what the state does not allow is refused by name and
 * changes nothing.
 *
 * <p>The desk says what is wanted, the venue what is: a version under way replaces the one the
 * venue holds only once it is acknowledged, and a withdrawn bid may be at the venue until that
 * confirms. Venues repeat themselves and answer out of order; {@link AnswerEffect} says what an
 * answer did.
 */
public final class Bid {
  private final UUID id;
  private final UUID auctionId;
  private final OffsetDateTime createdAt;
  private final UUID createdBy;
  private final long lockVersion;
  private final Submissions submissions;
  private final VenueAnswers answers;
  private BidState state;
  private BidVersion version;
  private @Nullable String rejection;
  private OffsetDateTime updatedAt;
  private boolean versionAdded;

  private Bid(
      UUID id,
      UUID auctionId,
      BidState state,
      BidVersion version,
      @Nullable String rejection,
      Submissions submissions,
      OffsetDateTime createdAt,
      UUID createdBy,
      OffsetDateTime updatedAt,
      long lockVersion) {
    this.id = id;
    this.auctionId = auctionId;
    this.state = state;
    this.version = version;
    this.rejection = rejection;
    this.submissions = submissions;
    this.answers = new VenueAnswers(submissions);
    this.createdAt = createdAt;
    this.createdBy = createdBy;
    this.updatedAt = updatedAt;
    this.lockVersion = lockVersion;
  }

  /** A new bid with its first version. */
  public static Bid draft(
      UUID id, UUID auctionId, BidContent content, OffsetDateTime at, UUID createdBy) {
    BidVersion first = new BidVersion(1, content, at, createdBy);
    return stored(id, auctionId, BidState.DRAFT, first, null, null, null, at, createdBy, at, 0);
  }

  /**
   * A bid as it was stored.
   *
   * @param rejection why its newest version was sent back to the desk; null unless it was
   * @param newest the latest submission, or null if it was never submitted
   * @param held the submission the venue holds, which may be the latest one; null if there is none
   * @param lockVersion how often it changed
   */
  public static Bid stored(
      UUID id,
      UUID auctionId,
      BidState state,
      BidVersion version,
      @Nullable String rejection,
      @Nullable Submission newest,
      @Nullable Submission held,
      OffsetDateTime createdAt,
      UUID createdBy,
      OffsetDateTime updatedAt,
      long lockVersion) {
    return new Bid(
        id,
        auctionId,
        state,
        version,
        rejection,
        new Submissions(newest, held),
        createdAt,
        createdBy,
        updatedAt,
        lockVersion);
  }

  /**
   * Writes a new version. What the venue holds stays there until the new version is acknowledged.
   *
   * @throws IllegalTransition if the bid was withdrawn
   */
  public void amend(BidContent content, OffsetDateTime at, UUID by) {
    require(!isWithdrawn(), "amend");
    version = new BidVersion(version.number() + 1, content, at, by);
    versionAdded = true;
    rejection = null;
    move(BidState.DRAFT, at);
  }

  /**
   * Asks for approval of the newest version.
   *
   * @throws IllegalTransition if the bid is not a draft
   */
  public void requestApproval(OffsetDateTime at) {
    require(state == BidState.DRAFT, "request approval");
    rejection = null;
    move(BidState.PENDING_APPROVAL, at);
  }

  /**
   * Approves the newest version.
   *
   * @throws IllegalTransition if nobody asked for approval
   */
  public void approve(OffsetDateTime at) {
    require(state == BidState.PENDING_APPROVAL, "approve");
    move(BidState.APPROVED, at);
  }

  /**
   * Sends the newest version back to the desk.
   *
   * @param reason for the trader who wrote it
   * @throws IllegalTransition if nobody asked for approval
   */
  public void reject(String reason, OffsetDateTime at) {
    require(state == BidState.PENDING_APPROVAL, "reject");
    rejection = reason;
    move(BidState.DRAFT, at);
  }

  /**
   * Writes the approved version down for a venue. An earlier one that never left is taken back.
   *
   * @param reference our name for it
   * @throws IllegalTransition unless the version is approved and not at the venue, and nothing is
   *     open between us and the venue: an answer, a doubt, a withdrawal
   */
  public void queue(UUID submissionId, String venue, String reference, OffsetDateTime at) {
    require(isQueueable(), "submit");
    submissions.requireFree("submit");
    submissions.queue(Submission.queued(submissionId, version.number(), venue, reference, at), at);
    updatedAt = at;
  }

  /** Approved, and this very version neither under way nor at the venue. */
  private boolean isQueueable() {
    Submission newest = submissions.newest();
    return state == BidState.APPROVED
        && (newest == null
            || newest.versionNumber() != version.number()
            || newest.state() == SubmissionState.REFUSED);
  }

  /**
   * Approves a draft and queues it, for whoever may do both; of a version the venue refused, queues
   * it once more.
   *
   * @throws IllegalTransition as in {@link #queue}
   */
  public void submit(UUID submissionId, String venue, String reference, OffsetDateTime at) {
    require(state == BidState.DRAFT || isQueueable(), "submit");
    submissions.requireFree("submit");
    if (state == BidState.DRAFT) {
      requestApproval(at);
      approve(at);
    }
    queue(submissionId, venue, reference, at);
  }

  /**
   * The submission left for the venue.
   *
   * @throws IllegalTransition if it was not waiting
   */
  public void send(UUID submissionId, OffsetDateTime at) {
    answers.send(submissionId, at);
    updatedAt = at;
  }

  /**
   * The venue has it. An answer may overtake our own note that it was sent.
   *
   * @param reference the venue's name for it
   * @throws IllegalTransition if the venue refused it before
   */
  public AnswerEffect acknowledge(UUID submissionId, String reference, OffsetDateTime at) {
    return after(answers.acknowledge(submissionId, reference, isWithdrawn(), at), at);
  }

  /**
   * The venue said no; what it held before it holds still.
   *
   * @param reason in the venue's words
   * @throws IllegalTransition if the venue acknowledged it before
   */
  public AnswerEffect refuse(UUID submissionId, String reason, OffsetDateTime at) {
    return after(answers.refuse(submissionId, reason, at), at);
  }

  /**
   * No answer came in time: nobody knows whether the venue has it. Only reconciliation ends that.
   *
   * @throws IllegalTransition if it never left
   */
  public AnswerEffect doubt(UUID submissionId, OffsetDateTime at) {
    return after(answers.doubt(submissionId, at), at);
  }

  /**
   * The venue's own book shows a submission that was in doubt.
   *
   * @param reference the venue's name for it
   * @throws IllegalTransition if it was not in doubt
   */
  public AnswerEffect reconcileHeld(UUID submissionId, String reference, OffsetDateTime at) {
    return after(answers.reconcileHeld(submissionId, reference, isWithdrawn(), at), at);
  }

  /**
   * The venue's own book does not show a submission that was in doubt.
   *
   * @param reason in the venue's words
   * @throws IllegalTransition if it was not in doubt
   */
  public AnswerEffect reconcileAbsent(UUID submissionId, String reason, OffsetDateTime at) {
    return after(answers.reconcileAbsent(submissionId, reason, at), at);
  }

  /**
   * Takes the bid back, from the desk at once and from the venue by asking it. What never left is
   * gone; what waits for its answer is asked back when the venue turns out to have it.
   *
   * @throws IllegalTransition if it was withdrawn before, unless the venue would not give it back
   */
  public void withdraw(OffsetDateTime at) {
    Submission held = submissions.held();
    boolean kept = held != null && held.state() == SubmissionState.ACKNOWLEDGED;
    require(!isWithdrawn() || kept, "withdraw");
    submissions
        .underWay()
        .filter(submission -> submission.state() == SubmissionState.QUEUED)
        .ifPresent(unsent -> submissions.put(unsent.to(SubmissionState.WITHDRAWN, at)));
    if (held != null && kept) {
      submissions.put(held.to(SubmissionState.WITHDRAW_REQUESTED, at));
    }
    move(BidState.WITHDRAWN, at);
  }

  /**
   * The venue gave it back.
   *
   * @throws IllegalTransition if nobody asked it back
   */
  public AnswerEffect confirmWithdrawal(UUID submissionId, OffsetDateTime at) {
    return after(answers.confirmWithdrawal(submissionId, at), at);
  }

  /**
   * The venue keeps it, for instance because its gate has closed: it takes part.
   *
   * @param reason in the venue's words
   * @throws IllegalTransition if nobody asked it back
   */
  public AnswerEffect refuseWithdrawal(UUID submissionId, String reason, OffsetDateTime at) {
    return after(answers.refuseWithdrawal(submissionId, reason, at), at);
  }

  private AnswerEffect after(AnswerEffect effect, OffsetDateTime at) {
    if (effect == AnswerEffect.APPLIED) {
      updatedAt = at;
    }
    return effect;
  }

  private boolean isWithdrawn() {
    return state == BidState.WITHDRAWN;
  }

  private void move(BidState next, OffsetDateTime at) {
    state = next;
    updatedAt = at;
  }

  private void require(boolean allowed, String action) {
    if (!allowed) {
      throw new IllegalTransition("bid", state.code(), action);
    }
  }

  public UUID id() {
    return id;
  }

  public UUID auctionId() {
    return auctionId;
  }

  public BidState state() {
    return state;
  }

  /** The newest version. */
  public BidVersion version() {
    return version;
  }

  /** Why the newest version was sent back to the desk; empty unless it was. */
  public Optional<String> rejection() {
    return Optional.ofNullable(rejection);
  }

  /** The latest submission, or null if the bid was never submitted. */
  public @Nullable Submission submission() {
    return submissions.newest();
  }

  /** The submission the venue confirmed and holds; it may be of an earlier version. */
  public Optional<Submission> held() {
    return Optional.ofNullable(submissions.held());
  }

  /** Submissions this object changed since it was read, to be written in this order. */
  public List<Submission> changedSubmissions() {
    return submissions.changed();
  }

  /** True if the newest version was written since this object was read. */
  public boolean versionAdded() {
    return versionAdded;
  }

  /** The same bid after its changes were stored. */
  public Bid saved() {
    return stored(
        id,
        auctionId,
        state,
        version,
        rejection,
        submissions.newest(),
        submissions.held(),
        createdAt,
        createdBy,
        updatedAt,
        lockVersion + 1);
  }

  public OffsetDateTime createdAt() {
    return createdAt;
  }

  public UUID createdBy() {
    return createdBy;
  }

  public OffsetDateTime updatedAt() {
    return updatedAt;
  }

  /** How often the stored bid had changed when it was read: the number of its ETag. */
  public long lockVersion() {
    return lockVersion;
  }
}
