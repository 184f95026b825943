package energy.optibid.imports;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * An import and what has become of it.
 *
 * @param format one of {@link Imports#FORMATS}
 * @param dryRun whether it only checks and publishes nothing
 * @param summary what the files hold, as far as they are sound
 * @param faultCount all faults found, kept or not
 * @param auctionIds the sandboxes it made, by delivery day; empty unless order books were published
 * @param jobId the job that works on it
 * @param createdBy the user who asked for it
 */
public record Import(
    UUID id,
    String format,
    boolean dryRun,
    ImportState state,
    List<ImportedFile> files,
    int faultCount,
    ImportSummary summary,
    List<UUID> auctionIds,
    UUID jobId,
    OffsetDateTime createdAt,
    UUID createdBy) {
  public Import {
    files = List.copyOf(files);
    auctionIds = List.copyOf(auctionIds);
  }
}
