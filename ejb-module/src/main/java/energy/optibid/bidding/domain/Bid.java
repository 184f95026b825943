package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidContent;
import energy.optibid.bidding.BidState;
import energy.optibid.bidding.SubmissionState;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bid of an organisation in one auction: its newest version, its desk state, and what the venue
 * holds. Every change is a method here; what the state does not allow is refused by name.
 */
public final class Bid {
  /** The venue whose auction OptiBid clears itself; it answers within the same transaction. */
  public static final String INTERNAL_VENUE = "internal";

  private final UUID id;
  private final UUID auctionId;
  private final OffsetDateTime createdAt;
  private final UUID createdBy;
  private final long lockVersion;
  private BidState state;
  private BidVersion version;
  private @Nullable Submission submission;
  private OffsetDateTime updatedAt;
  private boolean versionAdded;
  private final List<Submission> changedSubmissions = new ArrayList<>();

  private Bid(
      UUID id,
      UUID auctionId,
      BidState state,
      BidVersion version,
      @Nullable Submission submission,
      OffsetDateTime createdAt,
      UUID createdBy,
      OffsetDateTime updatedAt,
      long lockVersion) {
    this.id = id;
    this.auctionId = auctionId;
    this.state = state;
    this.version = version;
    this.submission = submission;
    this.createdAt = createdAt;
    this.createdBy = createdBy;
    this.updatedAt = updatedAt;
    this.lockVersion = lockVersion;
  }

  /** A new bid with its first version. */
  public static Bid draft(
      UUID id, UUID auctionId, BidContent content, OffsetDateTime at, UUID createdBy) {
    BidVersion first = new BidVersion(1, content, at, createdBy);
    return new Bid(id, auctionId, BidState.DRAFT, first, null, at, createdBy, at, 0);
  }

  /**
   * A bid as it was stored.
   *
   * @param submission the latest one, or null if it was never submitted
   * @param lockVersion how often it changed
   */
  public static Bid stored(
      UUID id,
      UUID auctionId,
      BidState state,
      BidVersion version,
      @Nullable Submission submission,
      OffsetDateTime createdAt,
      UUID createdBy,
      OffsetDateTime updatedAt,
      long lockVersion) {
    return new Bid(
        id, auctionId, state, version, submission, createdAt, createdBy, updatedAt, lockVersion);
  }

  /**
   * Writes a new version. What the venue holds stays there until the new version is submitted.
   *
   * @throws IllegalTransition if the bid was withdrawn
   */
  public void amend(BidContent content, OffsetDateTime at, UUID by) {
    require(state != BidState.WITHDRAWN, "amend");
    version = new BidVersion(version.number() + 1, content, at, by);
    versionAdded = true;
    state = BidState.DRAFT;
    updatedAt = at;
  }

  /**
   * Asks for approval of the newest version.
   *
   * @throws IllegalTransition if the bid is not a draft
   */
  public void requestApproval(OffsetDateTime at) {
    require(state == BidState.DRAFT, "request approval");
    state = BidState.PENDING_APPROVAL;
    updatedAt = at;
  }

  /**
   * Approves the newest version.
   *
   * @throws IllegalTransition if nobody asked for approval
   */
  public void approve(OffsetDateTime at) {
    require(state == BidState.PENDING_APPROVAL, "approve");
    state = BidState.APPROVED;
    updatedAt = at;
  }

  /**
   * Approves the newest version and puts it into the internal venue's auction, in place of what was
   * there.
   *
   * @throws IllegalTransition if the bid is not a draft
   */
  public void submit(UUID submissionId, OffsetDateTime at) {
    require(state == BidState.DRAFT, "submit");
    requestApproval(at);
    approve(at);
    if (submission != null && submission.state() == SubmissionState.ACKNOWLEDGED) {
      changedSubmissions.add(submission.to(SubmissionState.REPLACED, at));
    }
    String reference = "OB-" + id.toString().substring(24) + "-" + version.number();
    submission =
        Submission.queued(submissionId, version.number(), INTERNAL_VENUE, reference, at)
            .to(SubmissionState.SENT, at)
            .to(SubmissionState.ACKNOWLEDGED, at);
    changedSubmissions.add(submission);
  }

  /**
   * Takes the bid back, from the desk and from the venue.
   *
   * @throws IllegalTransition if it was withdrawn before
   */
  public void withdraw(OffsetDateTime at) {
    require(state != BidState.WITHDRAWN, "withdraw");
    state = BidState.WITHDRAWN;
    updatedAt = at;
    if (submission != null && submission.state() == SubmissionState.ACKNOWLEDGED) {
      submission =
          submission.to(SubmissionState.WITHDRAW_REQUESTED, at).to(SubmissionState.WITHDRAWN, at);
      changedSubmissions.add(submission);
    }
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

  /** The latest submission, or null if the bid was never submitted. */
  public @Nullable Submission submission() {
    return submission;
  }

  /** Submissions this object changed since it was read, to be written in this order. */
  public List<Submission> changedSubmissions() {
    return List.copyOf(changedSubmissions);
  }

  /** True if the newest version was written since this object was read. */
  public boolean versionAdded() {
    return versionAdded;
  }

  /** The same bid after its changes were stored. */
  public Bid saved() {
    return new Bid(
        id,
        auctionId,
        state,
        version,
        submission,
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
