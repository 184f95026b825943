package energy.optibid.settlement.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.engine.rules.BuyerClass;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.rules.Rules;
import energy.optibid.settlement.AssetTerms;
import energy.optibid.settlement.GridDay;
import energy.optibid.settlement.Schedule;
import energy.optibid.settlement.SettlementInputs;
import energy.optibid.settlement.StoredGridDay;
import energy.optibid.settlement.StoredSchedule;
import energy.optibid.settlement.adapter.JdbcInputStore.StatedTerms;
import energy.optibid.settlement.domain.GridFile;
import energy.optibid.settlement.domain.ScheduleFile;
import energy.optibid.settlement.domain.StatementCalculation;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Fault;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports of what statements are calculated from, and the terms of assets. */
@ApplicationScoped
@Typed(SettlementInputs.class)
@InTransaction
public class SettlementInputDesk implements SettlementInputs {
  private static final int LONGEST_SOURCE = 80;
  private static final int RATE_DECIMALS = 4;
  private static final UUID NO_ASSET = new UUID(0, 0);

  /** A market of the grid whose data these are; its pack says how many blocks a day has. */
  private static final String INDIA = "iex-dam";

  private final Assets assets;
  private final Rules rules;
  private final JdbcInputStore store;
  private final JdbcTradedDays traded;
  private final GridSource grid;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public SettlementInputDesk(
      Assets assets,
      Rules rules,
      JdbcInputStore store,
      JdbcTradedDays traded,
      GridSource grid,
      AuditTrail audit,
      Clock clock) {
    this.assets = assets;
    this.rules = rules;
    this.store = store;
    this.traded = traded;
    this.grid = grid;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Imported importSchedules(@Nullable UUID exchangeId, String source, String csv) {
    requireExchange(exchangeId);
    if (source.isBlank() || source.length() > LONGEST_SOURCE) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "The file cannot be taken; nothing of it was.",
          List.of(new Fault("?source", "length", "Name the source in 1 to 80 characters.")));
    }
    Map<UUID, Optional<Asset>> known = new HashMap<>();
    List<ScheduleFile.Day> days =
        ScheduleFile.read(
            csv,
            (id, day) ->
                known
                    .computeIfAbsent(id, assets::find)
                    .map(asset -> blocks(rules.deviationPack(asset.marketCode()), day))
                    .orElse(-1));
    return imported(
        "settlement.schedules_imported",
        store.addSchedules(Tenancy.require(), exchangeId, source.strip(), days, now()));
  }

  @Override
  public Page<Schedule> schedules(
      UUID assetId, @Nullable UUID exchangeId, @Nullable String cursor, int limit) {
    assets.require(assetId);
    LocalDate day = cursor == null ? null : DayCursor.day(cursor);
    int revision = cursor == null ? 0 : DayCursor.after(cursor, Integer::valueOf);
    return Page.of(
        store.schedules(assetId, exchangeId, day, revision, limit),
        limit,
        schedule -> DayCursor.of(schedule.day(), schedule.revision()));
  }

  @Override
  public Page<StoredSchedule> storedSchedules(
      @Nullable UUID exchangeId, @Nullable String cursor, int limit) {
    requireExchange(exchangeId);
    LocalDate day = cursor == null ? null : DayCursor.day(cursor);
    UUID asset = cursor == null ? NO_ASSET : DayCursor.after(cursor, UUID::fromString);
    return Page.of(
        store.storedSchedules(exchangeId, day, asset, limit),
        limit,
        schedule -> DayCursor.of(schedule.day(), schedule.assetId()));
  }

  @Override
  public Imported importGrid(@Nullable UUID exchangeId, String csv) {
    requireExchange(exchangeId);
    List<GridFile.Day> days = GridFile.read(csv, day -> blocks(rules.deviationPack(INDIA), day));
    return imported(
        "settlement.grid_imported", store.putGrid(Tenancy.require(), exchangeId, days, now()));
  }

  @Override
  public Page<StoredGridDay> storedGrid(
      @Nullable UUID exchangeId, @Nullable String cursor, int limit) {
    requireExchange(exchangeId);
    return Page.of(
        store.storedGrid(exchangeId, cursor == null ? null : DayCursor.day(cursor), limit),
        limit,
        day -> day.day().toString());
  }

  @Override
  public GridDay grid(@Nullable UUID exchangeId, LocalDate day) {
    requireExchange(exchangeId);
    GridDay found = grid.days(exchangeId, day, day).get(day);
    if (found == null) {
      throw ProblemException.notFound("day of grid data");
    }
    return found;
  }

  @Override
  public AssetTerms terms(UUID assetId) {
    Asset asset = assets.require(assetId);
    return store.terms(assetId).stream()
        .findFirst()
        .orElseGet(() -> new StatedTerms(assetId, null, BuyerClass.STANDARD, 0))
        .as(StatementCalculation.participant(asset.type()));
  }

  @Override
  public AssetTerms setTerms(UUID assetId, long expectedVersion, AssetTerms.Input input) {
    Asset asset = assets.require(assetId);
    StatedTerms stated =
        new StatedTerms(assetId, input.contractRate(), judged(input), expectedVersion);
    long version =
        store
            .putTerms(Tenancy.require(), stated)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.PRECONDITION_FAILED, "It was changed meanwhile."));
    audit.record(
        "settlement.terms_stated",
        "asset",
        assetId,
        Json.createObjectBuilder().add("version", version).build());
    return new StatedTerms(assetId, stated.contractRate(), stated.buyerClass(), version)
        .as(StatementCalculation.participant(asset.type()));
  }

  private static BuyerClass judged(AssetTerms.Input input) {
    List<Fault> faults = new ArrayList<>();
    BigDecimal rate = input.contractRate();
    if (rate != null
        && (rate.signum() < 0
            || rate.stripTrailingZeros().scale() > RATE_DECIMALS
            || rate.precision() > 12)) {
      faults.add(
          new Fault(
              "/contractRate", "range", "A rate per MWh, not negative, with at most 4 decimals."));
    }
    String word = input.buyerClass();
    Optional<BuyerClass> buyer =
        word == null
            ? Optional.of(BuyerClass.STANDARD)
            : Arrays.stream(BuyerClass.values()).filter(c -> c.code().equals(word)).findFirst();
    if (buyer.isEmpty()) {
      faults.add(
          new Fault(
              "/buyerClass", "unknown", "One of standard, renewable_rich, super_renewable_rich."));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "These terms cannot be accepted.", faults);
    }
    return buyer.orElseThrow();
  }

  private void requireExchange(@Nullable UUID exchangeId) {
    if (exchangeId != null && traded.seed(exchangeId).isEmpty()) {
      throw ProblemException.notFound("exchange");
    }
  }

  private static int blocks(Optional<RulePack> pack, LocalDate day) {
    return pack.filter(known -> !day.isBefore(known.firstDay()))
        .map(known -> known.deviation(day).day().blockCount())
        .orElse(0);
  }

  private Imported imported(String action, List<Integer> revisions) {
    int revised = (int) revisions.stream().filter(revision -> revision > 1).count();
    Caller caller = Tenancy.require();
    audit.record(
        action,
        "organization",
        caller.organization().value(),
        Json.createObjectBuilder().add("days", revisions.size()).add("revised", revised).build());
    return new Imported(revisions.size(), revised);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
