package energy.optibid.imports.domain;

import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.imports.ImportState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a job needs to know of its import.
 *
 * @param format one of {@link energy.optibid.imports.Imports}'s formats
 * @param dryRun whether nothing is to be published
 * @param priceSource whose algorithm found the prices
 * @param spool the upload that holds the files
 * @param fileNames as the sender calls them, in order
 * @param auctionIds what it has made already; empty unless published
 */
public record ImportTask(
    UUID id,
    ImportState state,
    String format,
    boolean dryRun,
    PriceDiscovery priceSource,
    @Nullable LocalDate deliveryDay,
    UUID spool,
    List<String> fileNames,
    List<UUID> auctionIds) {
  public ImportTask {
    fileNames = List.copyOf(fileNames);
    auctionIds = List.copyOf(auctionIds);
  }
}
