package energy.optibid.gateway.domain;

import energy.optibid.gateway.AwaitedResult;
import energy.optibid.gateway.DeliveryAward;
import energy.optibid.gateway.ExchangeAward;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Results of real exchanges as they were read. Works in the caller's transaction. */
public interface ResultStore {
  /**
   * Writes down that a revision was read.
   *
   * @return its id; empty when it was read before
   */
  Optional<UUID> begin(UUID connectionId, ResultFile result, String digest, Instant at);

  /** What was read as that revision before. */
  String digestOf(UUID connectionId, ResultFile result);

  /** Writes down an award of the order a message told. */
  void add(UUID resultId, UUID submissionId, ExchangeAward award);

  /** Whether the desk believes that the exchange holds a submission. */
  boolean isHeld(UUID submissionId);

  /** Awards of delivery days, as {@link energy.optibid.gateway.ExchangeAwards#ofDays}. */
  List<DeliveryAward> ofDays(LocalDate from, LocalDate to);

  /** Results to come, as {@link energy.optibid.gateway.ExchangeAwards#awaited}. */
  List<AwaitedResult> awaited(LocalDate from, LocalDate to);

  /** Orders of a market's day that the desk believes the exchange of a connection holds. */
  List<ExchangeMessage> held(UUID connectionId, String marketCode, LocalDate day);

  /** The auction a message's order is in. */
  UUID auctionOf(UUID messageId);

  /** The asset behind a submission. */
  UUID assetOf(UUID submissionId);

  /**
   * Whether results read since then award something in an auction that they did not before; a
   * revision that repeats what was told is none.
   */
  boolean isRevisedSince(UUID auctionId, Instant since);

  /** Awards of an auction as last revised, in their order, after so many. */
  List<ExchangeAward> ofAuction(UUID auctionId, int offset, int limit);

  /** Days of real markets whose exchange is to be asked for a result, of any organisation. */
  List<Expected> expected(Instant now);

  /** A result that is due or may be revised. */
  record Expected(UUID connectionId, UUID organization, String marketCode, LocalDate deliveryDay) {}
}
