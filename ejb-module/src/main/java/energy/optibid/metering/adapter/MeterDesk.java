package energy.optibid.metering.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.audit.AuditTrail;
import energy.optibid.clearing.Awards;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.market.Market;
import energy.optibid.market.Markets;
import energy.optibid.metering.AssetDeviation;
import energy.optibid.metering.MeterReading;
import energy.optibid.metering.MeterReadingInput;
import energy.optibid.metering.MeterReadings;
import energy.optibid.metering.RecordedReadings;
import energy.optibid.metering.domain.DeviationSums;
import energy.optibid.metering.domain.MeterEvent;
import energy.optibid.metering.domain.ReadingStore;
import energy.optibid.metering.domain.ReadingStore.Row;
import energy.optibid.metering.domain.Schedules;
import energy.optibid.metering.domain.ValidReadings;
import energy.optibid.outbox.Outbox;
import energy.optibid.rules.Rules;
import energy.optibid.shared.Fault;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Readings and deviation of the caller's assets. */
@ApplicationScoped
@Typed(MeterReadings.class)
@InTransaction
public class MeterDesk implements MeterReadings {
  private final Assets assets;
  private final Awards awards;
  private final Markets markets;
  private final Rules rules;
  private final ReadingStore store;
  private final AuditTrail audit;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  public MeterDesk(
      Assets assets,
      Awards awards,
      Markets markets,
      Rules rules,
      ReadingStore store,
      AuditTrail audit,
      Outbox outbox,
      Clock clock) {
    this.assets = assets;
    this.awards = awards;
    this.markets = markets;
    this.rules = rules;
    this.store = store;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public List<MeterReading> between(
      UUID assetId, @Nullable UUID exchangeId, OffsetDateTime from, OffsetDateTime to) {
    assets.require(assetId);
    if (!from.isBefore(to)
        || Duration.between(from, to).compareTo(Duration.ofDays(LONGEST_SPAN_DAYS)) > 0
        || !isKept(from.getYear())
        || !isKept(to.getYear())) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "The span is wrong.",
          List.of(
              new Fault(
                  "?to", "span", "After from, by " + LONGEST_SPAN_DAYS + " days at the most.")));
    }
    return store.between(assetId, exchangeId, from.toInstant(), to.toInstant());
  }

  @Override
  public RecordedReadings record(UUID assetId, MeterReadingInput.Batch batch) {
    Asset asset = assets.require(assetId);
    Instant now = clock.instant();
    List<Row> rows = valid(asset, batch, now);
    List<Integer> revisions = store.put(rows, now);
    int added = (int) revisions.stream().filter(revision -> revision == 1).count();
    int replaced = revisions.size() - added;
    audit.record(
        "meter_readings.recorded",
        "asset",
        assetId,
        Json.createObjectBuilder().add("added", added).add("replaced", replaced).build());
    outbox.append(MeterEvent.recorded(rows));
    return new RecordedReadings(assetId, added, replaced);
  }

  @Override
  public List<Fault> faults(UUID assetId, MeterReadingInput.Batch batch) {
    Asset asset = assets.require(assetId);
    try {
      List<Row> ignored = valid(asset, batch, clock.instant());
      return List.of();
    } catch (ProblemException refused) {
      return refused.faults();
    }
  }

  @Override
  public Optional<DeliveryDay> deliveryDay(UUID assetId, LocalDate day) {
    return day(assets.require(assetId).marketCode(), day);
  }

  @Override
  public AssetDeviation deviation(UUID assetId, UUID exchangeId, LocalDate date) {
    Asset asset = assets.require(assetId);
    DeliveryDay day =
        day(asset.marketCode(), date).orElseThrow(() -> ProblemException.notFound("delivery day"));
    return DeviationSums.of(
        asset,
        exchangeId,
        day,
        Schedules.of(awards.ofExchangeDay(exchangeId, date)),
        store.between(assetId, exchangeId, day.start(), day.end()));
  }

  private List<Row> valid(Asset asset, MeterReadingInput.Batch batch, Instant now) {
    return ValidReadings.of(
        Tenancy.require().organization(), asset, batch, days(asset.marketCode()), now);
  }

  /** The delivery day of a market that contains an instant; none where it has no rules. */
  private Function<Instant, Optional<DeliveryDay>> days(String marketCode) {
    ZoneId zone = ZoneId.of(markets.find(marketCode).map(Market::timeZone).orElse("UTC"));
    Map<LocalDate, Optional<DeliveryDay>> known = new HashMap<>();
    return instant ->
        known.computeIfAbsent(LocalDate.ofInstant(instant, zone), date -> day(marketCode, date));
  }

  private Optional<DeliveryDay> day(String marketCode, LocalDate date) {
    if (!isKept(date.getYear())) {
      return Optional.empty();
    }
    try {
      return Optional.of(rules.forDay(marketCode, date).day());
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** Readings have a partition for each month of this century. */
  private static boolean isKept(int year) {
    return year >= 2000 && year < 2100;
  }
}
