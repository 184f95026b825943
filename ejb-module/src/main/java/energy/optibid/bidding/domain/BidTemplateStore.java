package energy.optibid.bidding.domain;

import energy.optibid.bidding.BidTemplate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where the caller's templates are kept. Every method works in the caller's transaction. */
public interface BidTemplateStore {
  /** By name. */
  List<BidTemplate> list();

  Optional<BidTemplate> find(UUID id);

  /** Stores a new one, or the next version of one that is there. */
  void put(BidTemplate template);

  void delete(UUID id);
}
