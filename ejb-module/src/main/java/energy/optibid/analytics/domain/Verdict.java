package energy.optibid.analytics.domain;

import energy.optibid.analytics.Anomaly;
import energy.optibid.analytics.AnomalyRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Whether a block's score makes it an anomaly.
 *
 * @param scale decimals of the values
 */
record Verdict(AnomalyRule rule, ZoneId zone, Anomaly.Kind kind, int scale) {
  /** The anomaly, if the score is above the rule's threshold, either way. */
  Optional<Anomaly> on(BlockFact block, long value, BigDecimal usual, Optional<BigDecimal> score) {
    return score
        .filter(found -> found.abs().compareTo(rule.threshold()) > 0)
        .map(
            found ->
                new Anomaly(
                    kind,
                    Instant.ofEpochSecond(block.start()).atZone(zone).toOffsetDateTime(),
                    block.minutes(),
                    BigDecimal.valueOf(value, scale),
                    usual,
                    found.setScale(2, RoundingMode.HALF_EVEN)));
  }
}
