package energy.optibid.book;

import energy.optibid.shared.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Contracts of the caller's organisation. Every change is a version that stays; inputs are refused
 * with every fault at once ({@code validation_failed}), a foreign or unknown id is {@code
 * not_found}, and a version that has moved on is {@code precondition_failed}.
 */
public interface Contracts {
  /** Columns of a file of a profile. */
  String PROFILE_HEADER = "block,megawatts";

  /**
   * Those that count, in order of creation.
   *
   * @param assetId of one asset, or null
   */
  Page<Contract> list(@Nullable UUID assetId, @Nullable String cursor, int limit);

  /** The contract as it is or was last. */
  Contract require(UUID id);

  /** Every version, oldest first. */
  List<Contract> versions(UUID id);

  Contract create(ContractInput input);

  Contract replace(UUID id, long expectedVersion, ContractInput input);

  /**
   * Gives the contract the profile of a file: CSV with the columns {@code block,megawatts}, one
   * line for each of the 96 quarter hours of an ordinary day, taken as a whole or not at all.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault at
   *     its line and column, for instance {@code /lines/3/megawatts}
   */
  Contract importProfile(UUID id, long expectedVersion, String csv);

  /** The contract counts no more; its versions stay. */
  void remove(UUID id, long expectedVersion);
}
