package energy.optibid.market;

import energy.optibid.shared.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Auctions of the caller's organisation and shared ones. Every method joins the caller's
 * transaction or starts its own. A transition that the present state does not allow is refused with
 * {@code illegal_transition}, naming both; an auction the caller may not see is {@code not_found}.
 * Each transition appends its event to the channel {@code auctions.{market}}.
 */
public interface Auctions {
  /** The auction, if the caller may see it. */
  Optional<Auction> find(UUID id);

  /** The auction, or {@code not_found}. */
  Auction require(UUID id);

  /**
   * Holds the gate open until the caller's transaction ends: a gate closure waits for it. Whoever
   * accepts a bid calls this first.
   *
   * @return the open auction; otherwise {@code gate_closed}
   */
  Auction requireOpenGate(UUID id);

  /**
   * Auctions, latest delivery day first.
   *
   * @param cursor where the previous page ended
   */
  Page<Auction> list(
      @Nullable UUID exchangeId,
      @Nullable String marketCode,
      @Nullable LocalDate deliveryDay,
      @Nullable AuctionState state,
      @Nullable String cursor,
      int limit);

  /**
   * Auctions of real markets in which the caller's organisation takes part, latest delivery day
   * first.
   *
   * @param cursor where the previous page ended
   */
  Page<Auction> heldOutside(@Nullable String cursor, int limit);

  /** The auctions an import made, by delivery day. */
  List<Auction> ofImport(UUID importId);

  /** Scheduled → open. */
  Auction openGate(UUID id);

  /** Open → closed. Waits for bids that are being accepted. */
  Auction closeGate(UUID id);

  /** Closed → cleared, by a finished run. */
  Auction markCleared(UUID id, UUID runId);

  /** Cleared → published. */
  Auction publish(UUID id);

  /** Closed, cleared or published → open again; only sandboxes, for a rerun. */
  Auction reopen(UUID id);

  /**
   * As {@link #reopen(UUID)}, when the auction still has the version the caller saw.
   *
   * @throws energy.optibid.shared.ProblemException {@code precondition_failed} if it has changed
   */
  Auction reopen(UUID id, long expectedVersion);
}
