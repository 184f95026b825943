package energy.optibid.notification;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule somebody wants; the components are those of {@link AlertRule}. */
public record AlertRuleInput(
    @Nullable String name,
    @Nullable AlertKind kind,
    @Nullable String marketCode,
    @Nullable String areaCode,
    AlertRule.@Nullable Comparison comparison,
    @Nullable BigDecimal threshold,
    @Nullable Integer minutes,
    @Nullable List<AlertRule.Channel> channels,
    AlertRule.@Nullable Digest digest,
    @Nullable String dailyAt,
    @Nullable Boolean critical,
    @Nullable Boolean enabled) {}
