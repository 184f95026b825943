package energy.optibid.bidding;

import energy.optibid.shared.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The templates of the caller's organisation, at most 200. A foreign or unknown one is {@code
 * not_found}; a stale version is {@code precondition_failed}.
 */
public interface BidTemplates {
  /** By name. */
  List<BidTemplate> list();

  /** The template, or {@code not_found}. */
  BidTemplate require(UUID id);

  /**
   * Keeps a bid's newest version under a name.
   *
   * @param name 1 to 80 characters
   * @throws ProblemException {@code validation_failed} with every fault; {@code conflict} where the
   *     name is taken
   */
  BidTemplate create(@Nullable String name, @Nullable UUID bidId);

  /**
   * Gives a template another name, or the content of a bid's newest version.
   *
   * @param bidId null keeps the content
   * @throws ProblemException as in {@link #create}
   */
  BidTemplate replace(UUID id, long expectedVersion, @Nullable String name, @Nullable UUID bidId);

  /** Forgets a template; bids made of it stay. */
  void delete(UUID id, long expectedVersion);

  /**
   * A new draft of it, its blocks matched as in {@link BidCopies}.
   *
   * @param assetId asset of the bid, in whose area it is; null means the template's
   * @throws ProblemException {@code validation_failed} as in {@link Bidding#create}
   */
  CopiedBid apply(UUID id, UUID auctionId, @Nullable UUID assetId);
}
