package energy.optibid.web.imports;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of an import, for the API's description; its parts are read one by one. */
@Schema(name = "ImportForm")
public record ImportForm(
    @Schema(required = true, enumeration = "gme", description = "Format of the files.")
        String format,
    @Schema(description = "Take just this day; every day found unless given.")
        @Nullable LocalDate deliveryDay,
    @Schema(
            required = true,
            description =
                "CSV or gzip, known by their headers. Needed: bid-curves,"
                    + " internal-transfer-capacities, published-exchanges; optional:"
                    + " published-prices and others.")
        List<InputStream> files) {}
