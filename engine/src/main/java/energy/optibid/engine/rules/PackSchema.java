package energy.optibid.engine.rules;

import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a pack must keep as a whole, beyond its single rows: what its design needs is there on every
 * day, periods of one parameter neither overlap nor leave a gap, and values fit each other.
 */
final class PackSchema {
  private static final String PARAMETER = "parameter";
  private static final String FROM = "effective_from";
  private static final String CURRENCY = "<currency>";

  private final Set<String> faultyNames;
  private final Map<String, List<DatedRule>> byName = new LinkedHashMap<>();
  private final @Nullable LocalDate firstDay;
  private final List<PackFault> faults = new ArrayList<>();

  /**
   * @param rules the rows without a fault of their own
   * @param faultyNames names on other rows: what they lack may only be badly written
   */
  PackSchema(List<DatedRule> rules, Set<String> faultyNames) {
    this.faultyNames = faultyNames;
    for (DatedRule rule : rules) {
      byName.computeIfAbsent(rule.name(), name -> new ArrayList<>()).add(rule);
    }
    byName.values().forEach(rows -> rows.sort(Comparator.comparing(DatedRule::effectiveFrom)));
    this.firstDay =
        rules.stream().map(DatedRule::effectiveFrom).min(Comparator.naturalOrder()).orElse(null);
  }

  List<PackFault> faults() {
    LocalDate first = firstDay;
    if (first == null) {
      return List.of();
    }
    byName.values().forEach(this::periods);
    requiredOnEveryDay(first);
    byName.values().forEach(rows -> rows.forEach(this::belongsToDesign));
    byName.values().forEach(rows -> rows.forEach(this::fitsOthers));
    faults.sort(Comparator.comparingLong(PackFault::line));
    return faults;
  }

  private void periods(List<DatedRule> rows) {
    for (int i = 1; i < rows.size(); i++) {
      DatedRule earlier = rows.get(i - 1);
      DatedRule later = rows.get(i);
      LocalDate end = earlier.effectiveTo();
      if (end == null || !later.effectiveFrom().isAfter(end)) {
        fault(
            Math.max(later.line(), earlier.line()),
            FROM,
            later.name()
                + " overlaps the period of line "
                + Math.min(later.line(), earlier.line()));
      } else if (later.effectiveFrom().isAfter(end.plusDays(1))
          && !faultyNames.contains(later.name())) {
        fault(
            later.line(),
            FROM,
            "%s has no value from %s to %s"
                .formatted(later.name(), end.plusDays(1), later.effectiveFrom().minusDays(1)));
      }
    }
  }

  private void requiredOnEveryDay(LocalDate first) {
    for (DatedRule design : rows(RuleParameter.AUCTION_DESIGN.code())) {
      AuctionDesign kind = RuleParameter.constant(AuctionDesign.class, design.value());
      for (RuleParameter parameter : RuleParameter.values()) {
        switch (parameter.use(kind)) {
          case REQUIRED -> required(parameter.code(), kind, design.effectiveFrom());
          case PER_CONTRACT -> perContract(parameter, kind);
          case OPTIONAL, UNUSED -> {}
        }
      }
    }
    required(RuleParameter.AUCTION_DESIGN.code(), null, first);
  }

  private void perContract(RuleParameter parameter, AuctionDesign design) {
    for (DatedRule row : rows(RuleParameter.CONTRACTS.code())) {
      for (TermContract contract : RuleParameter.contracts(row.value())) {
        required(DatedRule.name(parameter, contract), design, row.effectiveFrom());
      }
    }
  }

  private void required(String name, @Nullable AuctionDesign design, LocalDate from) {
    if (faultyNames.contains(name)) {
      return;
    }
    List<DatedRule> rows = rows(name);
    if (rows.isEmpty()) {
      String whose = design == null ? "a pack" : "a " + design.code() + " market";
      fault(1, PARAMETER, name + " is missing; " + whose + " needs it from " + from);
      return;
    }
    DatedRule first = rows.get(0);
    if (first.effectiveFrom().isAfter(from)) {
      fault(first.line(), FROM, name + " begins late: it is needed from " + from);
    }
    DatedRule last = rows.get(rows.size() - 1);
    if (last.effectiveTo() != null) {
      fault(last.line(), "effective_to", name + " ends on " + last.effectiveTo() + " for good");
    }
  }

  private void belongsToDesign(DatedRule rule) {
    DatedRule design = on(RuleParameter.AUCTION_DESIGN, rule.effectiveFrom());
    if (design == null) {
      return;
    }
    AuctionDesign kind = RuleParameter.constant(AuctionDesign.class, design.value());
    ParameterUse use = rule.parameter().use(kind);
    if (use == ParameterUse.UNUSED) {
      fault(rule.line(), PARAMETER, rule.name() + " means nothing in a " + kind.code() + " market");
    } else if (use == ParameterUse.PER_CONTRACT && rule.contract() == null) {
      fault(rule.line(), PARAMETER, rule.name() + " must name its contract");
    } else if (use != ParameterUse.PER_CONTRACT && rule.contract() != null) {
      fault(rule.line(), PARAMETER, rule.parameter().code() + " is not kept by contract");
    }
  }

  private void fitsOthers(DatedRule rule) {
    LocalDate day = rule.effectiveFrom();
    DatedRule currency = on(RuleParameter.CURRENCY, day);
    String form = rule.parameter().unit().form();
    if (form.startsWith(CURRENCY)
        && currency != null
        && !rule.unit().equals(form.replace(CURRENCY, currency.value()))) {
      fault(
          rule.line(),
          "unit",
          "must be " + form.replace(CURRENCY, currency.value()) + ", the market's currency");
    }
    switch (rule.parameter()) {
      case PRICE_CAP, PRICE_FLOOR -> floorBelowCap(rule, day);
      case CURVE_KIND -> curveIsPermitted(rule, day);
      case SOLAR_FIRST_LIMIT -> secondBandBegins(rule, RuleParameter.SOLAR_SECOND_LIMIT, day);
      case WIND_FIRST_LIMIT -> secondBandBegins(rule, RuleParameter.WIND_SECOND_LIMIT, day);
      default -> {}
    }
  }

  private void floorBelowCap(DatedRule rule, LocalDate day) {
    DatedRule floor = on(RuleParameter.PRICE_FLOOR, day);
    DatedRule cap = on(RuleParameter.PRICE_CAP, day);
    if (floor != null
        && cap != null
        && Price.of(floor.value()).compareTo(Price.of(cap.value())) >= 0) {
      fault(
          rule.line(),
          "value",
          "the price floor %s is not below the cap %s on %s"
              .formatted(floor.value(), cap.value(), day));
    }
  }

  private void secondBandBegins(DatedRule first, RuleParameter second, LocalDate day) {
    DatedRule end = on(second, day);
    if (end != null && new BigDecimal(first.value()).compareTo(new BigDecimal(end.value())) > 0) {
      fault(first.line(), "value", "the first band ends after the second of line " + end.line());
    }
  }

  private void curveIsPermitted(DatedRule rule, LocalDate day) {
    DatedRule types = on(RuleParameter.ORDER_TYPES, day);
    if (types == null) {
      return;
    }
    OrderType needed =
        switch (RuleParameter.constant(CurveKind.class, rule.value())) {
          case STEP -> OrderType.STEP;
          case LINEAR -> OrderType.LINEAR;
        };
    EnumSet<OrderType> permitted = RuleParameter.orderTypes(types.value());
    if (!permitted.contains(needed)) {
      fault(
          rule.line(),
          "value",
          "order_types of line " + types.line() + " does not take " + needed.code() + " curves");
    }
  }

  private @Nullable DatedRule on(RuleParameter parameter, LocalDate day) {
    return rows(parameter.code()).stream()
        .filter(rule -> rule.covers(day))
        .findFirst()
        .orElse(null);
  }

  private List<DatedRule> rows(String name) {
    return byName.getOrDefault(name, List.of());
  }

  private void fault(long line, String column, String reason) {
    PackFault fault = new PackFault(line, column, reason);
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }
}
