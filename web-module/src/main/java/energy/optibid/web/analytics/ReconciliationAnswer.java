package energy.optibid.web.analytics;

import java.util.UUID;

/**
 * A comparison that was asked for.
 *
 * @param jobId its progress and result are the job's: {@code months}, {@code days} compared, {@code
 *     different} of them
 */
public record ReconciliationAnswer(UUID jobId) {}
