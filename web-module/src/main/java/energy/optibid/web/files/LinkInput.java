package energy.optibid.web.files;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A link somebody asks for.
 *
 * @param minutes how long it lasts
 */
public record LinkInput(
    @Schema(
            description = "How long it lasts, 1 to 1440 minutes.",
            minimum = "1",
            maximum = "1440",
            defaultValue = "15")
        @Nullable Integer minutes) {}
