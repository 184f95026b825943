package energy.optibid.imports;

import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.shared.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports of the caller's organisation; a foreign or unknown id is {@code not_found}. */
public interface Imports {
  /** Order books of GME's day-ahead market. */
  String GME = "gme";

  /** IEX's feed of its day-ahead market with areas, JSON. */
  String IEX_FEED = "iex-dam-json";

  /** IEX's tables of DAM, GDAM, HP-DAM and RTM for the country, CSV. */
  String IEX_TABLE = "iex-csv";

  /** Price files of the Iberian day-ahead market and its intraday sessions, OMEL's and OMIE's. */
  String OMIE_PRICES = "omie-prices";

  /** Day-ahead price documents of the ENTSO-E Transparency Platform, XML. */
  String ENTSOE_PRICES = "entsoe-prices";

  /** Prices of any market over many years, CSV of our own. */
  String PRICE_HISTORY = "price-history";

  /** Every format, in the order they are offered. */
  List<String> FORMATS =
      List.of(GME, IEX_FEED, IEX_TABLE, OMIE_PRICES, ENTSOE_PRICES, PRICE_HISTORY);

  /**
   * Saves an import and the job that will work on it. From here on the upload belongs to it.
   *
   * @param deliveryDay takes just that day of order books; null takes every day found, at most 31
   * @param dryRun reads and checks everything, and publishes nothing
   * @param priceSource whose algorithm found the prices
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} for a format we do not
   *     read, an upload without files, a delivery day of prices, which are taken whole, or order
   *     books of a coupling operator
   */
  Import receive(
      String format,
      @Nullable LocalDate deliveryDay,
      boolean dryRun,
      PriceDiscovery priceSource,
      Upload upload);

  /** The import. */
  Import find(UUID id);

  /** Newest first. */
  Page<Import> list(@Nullable String cursor, int limit);

  /** Why it was rejected, in the order the faults were found. */
  Page<ImportFault> faults(UUID id, @Nullable String cursor, int limit);
}
