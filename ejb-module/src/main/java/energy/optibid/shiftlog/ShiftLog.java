package energy.optibid.shiftlog;

import energy.optibid.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shift log of the caller's organisation; a foreign or unknown entry is {@code not_found}. */
public interface ShiftLog {

  /**
   * Entries, newest first.
   *
   * @param kind only of this kind
   * @param pinned only pinned ones, or only others
   */
  Page<ShiftEntry> list(
      ShiftEntry.@Nullable Kind kind, @Nullable Boolean pinned, @Nullable String cursor, int limit);

  ShiftEntry require(UUID id);

  /**
   * Writes an entry.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  ShiftEntry add(ShiftEntryInput input);

  /** Keeps the entry on top, or lets it go. Doing it twice does it once. */
  ShiftEntry pin(UUID id, boolean pinned);

  /**
   * Takes a hand-over.
   *
   * @throws energy.optibid.shared.ProblemException {@code illegal_transition} when it is no
   *     hand-over or was taken already; {@code forbidden} for its own author
   */
  ShiftEntry acknowledge(UUID id);
}
