package energy.optibid.jobs.domain;

import energy.optibid.shared.OrganizationId;
import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * A job that one worker holds.
 *
 * @param attempt 1 at the first claim; a worker that lost its lease has an older number and is
 *     refused
 * @param cancelRequested somebody asked to cancel it before this worker took it
 */
public record ClaimedJob(
    UUID id,
    OrganizationId organization,
    UUID requestedBy,
    String kind,
    JsonObject input,
    int attempt,
    boolean cancelRequested) {}
