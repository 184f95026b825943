package energy.optibid.stops;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to stop, unchecked.
 *
 * @param subjectId the asset or the member; left out for the whole organisation
 * @param reason for everybody who meets the stop, 1 to 500 characters
 */
public record StopInput(
    @Nullable StopScope scope, @Nullable UUID subjectId, @Nullable String reason) {}
