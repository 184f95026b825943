package energy.optibid.exchange;

import java.util.UUID;

/**
 * Something to be done before an exchange's own clock closes a gate. Every bean of this type is
 * called, outside of a transaction, perhaps more than once; it must not throw.
 */
public interface BeforeClosure {
  void beforeClosure(UUID auctionId);
}
