package energy.optibid.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Auctions as the exchange that holds them moves them: shared ones in a transaction of the
 * platform, sandboxes in one of their organisation too. Each step takes the gate alone and is
 * announced on {@code auctions.{market}}; part of the caller's transaction.
 */
public interface AuctionFloor {
  /** Stores auctions as they are described, without a word. */
  void add(List<Auction> auctions);

  /** Notes the run whose result an auction of the past has. */
  void keepResult(UUID id, UUID runId);

  Optional<Auction> find(UUID id);

  /** The same, its gate taken alone, so that nobody moves it before the transaction ends. */
  Optional<Auction> hold(UUID id);

  /** The auctions of an exchange for a delivery day, by market and session. */
  List<Auction> ofDay(UUID exchangeId, LocalDate day);

  /** Auctions held outside that delivered from one day to another, by id. */
  List<Auction> heldOutside(LocalDate firstDay, LocalDate lastDay);

  /** The scheduled auction of a market whose gate opens next. */
  Optional<Auction> nextToOpen(UUID exchangeId, String marketCode);

  /**
   * Scheduled → open.
   *
   * @throws energy.optibid.shared.ProblemException {@code illegal_transition} otherwise, as in the
   *     other steps
   */
  Auction open(UUID id);

  /** Open → closed. */
  Auction close(UUID id);

  /** Closed → cleared, by the run whose result stands provisionally. */
  Auction cleared(UUID id, UUID runId);

  /** Closed → cleared, by the provisional result of the exchange outside that holds it. */
  Auction clearedOutside(UUID id);

  /** Cleared → published: the result is final. */
  Auction publish(UUID id);

  /** Published → settled: what was awarded has been settled. */
  Auction settle(UUID id);

  /** Settled → published, because the exchange outside that holds it awarded otherwise. */
  Auction revise(UUID id);
}
