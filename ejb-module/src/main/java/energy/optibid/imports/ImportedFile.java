package energy.optibid.imports;

import org.jspecify.annotations.Nullable;

/**
 * One file of an import.
 *
 * @param kind what its header says, for example {@code bid-curves}; null when not read yet or
 *     unknown
 * @param rows rows read, the header not counted
 * @param normalised quantities that were float artefacts and were set to their lot
 * @param refused faults found in it
 */
public record ImportedFile(
    String name, @Nullable String kind, long rows, long normalised, long refused) {}
