package energy.optibid.imports.domain;

import java.util.List;
import java.util.UUID;

/** Where it is written what has become of an import. Each call is a transaction of its own. */
public interface ImportLedger {
  /**
   * Starts or starts again: whatever an earlier attempt staged is gone afterwards. An import that
   * has come to its end is left as it is.
   */
  ImportTask begin(UUID importId);

  /** Keeps what was read and every fault; nothing is taken. */
  void reject(UUID importId, Intake intake);

  /** Keeps what was read in a dry run without faults; nothing is taken. */
  void check(UUID importId, Intake intake);

  /**
   * Makes the staged days auctions, or the staged prices prices, all in one transaction with the
   * end of the import.
   *
   * @return ids of auctions, by delivery day
   */
  List<UUID> publish(UUID importId, Intake intake);

  /** Ends an import that cannot go on; nothing is taken. */
  void fail(UUID importId);
}
