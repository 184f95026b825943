package energy.optibid.web.files;

import energy.optibid.files.FilePurpose;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of an upload, for the API's description; its parts are read one by one. */
@Schema(name = "FileForm")
public record FileForm(
    @Schema(required = true, description = "One file; what it is, its content decides.")
        InputStream file,
    @Schema(description = "What it is kept for; document unless given.")
        @Nullable FilePurpose purpose) {}
