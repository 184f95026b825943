package energy.optibid.imports;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * An import and what has become of it.
 *
 * @param format {@code gme}
 * @param faultCount all faults found, kept or not
 * @param auctionIds the sandboxes it made, by delivery day; empty unless published
 * @param jobId the job that works on it
 * @param createdBy the user who asked for it
 */
public record Import(
    UUID id,
    String format,
    ImportState state,
    List<ImportedFile> files,
    int faultCount,
    List<UUID> auctionIds,
    UUID jobId,
    OffsetDateTime createdAt,
    UUID createdBy) {
  public Import {
    files = List.copyOf(files);
    auctionIds = List.copyOf(auctionIds);
  }
}
