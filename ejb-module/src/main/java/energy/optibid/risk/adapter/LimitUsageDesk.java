package energy.optibid.risk.adapter;

import energy.optibid.risk.LimitKind;
import energy.optibid.risk.LimitUsage;
import energy.optibid.risk.LimitUsages;
import energy.optibid.risk.RiskLimit;
import energy.optibid.risk.domain.Exposure;
import energy.optibid.risk.domain.Usage;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.TenantConnections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Limits beside what stands. */
@ApplicationScoped
@Typed(LimitUsages.class)
@InTransaction
public class LimitUsageDesk implements LimitUsages {
  private final TenantConnections connections;
  private final Exposures exposures;

  @Inject
  public LimitUsageDesk(TenantConnections connections, Exposures exposures) {
    this.connections = connections;
    this.exposures = exposures;
  }

  @Override
  public List<LimitUsage> of(@Nullable UUID world, LocalDate deliveryDay) {
    List<RiskLimit> limits =
        connections.withConnection(connection -> LimitRows.inForce(connection, deliveryDay));
    if (limits.isEmpty()) {
      return List.of();
    }
    List<Exposure> standing = exposures.standing(world, deliveryDay, limits);
    return limits.stream().map(limit -> usage(limit, standing)).toList();
  }

  private static LimitUsage usage(RiskLimit limit, List<Exposure> standing) {
    if (limit.kind() == LimitKind.PRICE_COLLAR) {
      return new LimitUsage(limit, null, null);
    }
    BigDecimal used = Usage.of(limit, standing);
    return new LimitUsage(limit, used, Usage.percent(used, limit.amount()));
  }
}
