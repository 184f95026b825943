package energy.optibid.web.imports;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of an import, for the API's description; its parts are read one by one. */
@Schema(name = "ImportForm")
public record ImportForm(
    @Schema(
            required = true,
            enumeration = {
              "gme",
              "iex-dam-json",
              "iex-csv",
              "omie-prices",
              "entsoe-prices",
              "price-history"
            },
            description =
                "Format of the files: GME's order books, IEX's day-ahead feed with areas (JSON),"
                    + " IEX's tables of the country (CSV), price files of OMEL and OMIE (text),"
                    + " day-ahead price documents of ENTSO-E (XML), or price history (CSV with header"
                    + " market,area,start,duration_minutes,price and optionally"
                    + " bought_mw,sold_mw).")
        String format,
    @Schema(description = "Order books only: take just this day; every day found unless given.")
        @Nullable LocalDate deliveryDay,
    @Schema(
            defaultValue = "false",
            description = "Read and check everything, say what it holds, publish nothing.")
        @Nullable Boolean dryRun,
    @Schema(
            enumeration = {"exchange", "coupled"},
            defaultValue = "exchange",
            description =
                "Prices only: whose algorithm found them, the exchange's own or a market coupling"
                    + " operator's.")
        @Nullable String priceSource,
    @Schema(
            required = true,
            description =
                "CSV, JSON, text or XML, plain or gzip. Order books are known by their headers; needed: bid-curves,"
                    + " internal-transfer-capacities, published-exchanges; optional:"
                    + " published-prices and others.")
        List<InputStream> files) {}
