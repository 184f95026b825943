package energy.optibid.settlement.adapter;

import energy.optibid.assets.Asset;
import energy.optibid.assets.Assets;
import energy.optibid.engine.rules.RulePack;
import energy.optibid.engine.settlement.BlockDeviation;
import energy.optibid.engine.settlement.DeviationBands;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.gateway.ExchangeAwards;
import energy.optibid.metering.MeterReading;
import energy.optibid.metering.MeterReadings;
import energy.optibid.outbox.ConsumedEvent;
import energy.optibid.outbox.ConsumerQueue;
import energy.optibid.outbox.EventConsumer;
import energy.optibid.outbox.Outbox;
import energy.optibid.rules.Rules;
import energy.optibid.settlement.AssetTerms;
import energy.optibid.settlement.adapter.JdbcJudgedDays.Key;
import energy.optibid.settlement.domain.BandDeparture;
import energy.optibid.settlement.domain.CalculatedDay;
import energy.optibid.settlement.domain.JudgedDay;
import energy.optibid.settlement.domain.OutsideAwards;
import energy.optibid.settlement.domain.SettledInputs;
import energy.optibid.settlement.domain.StatementCalculation;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells when an asset leaves the first band of its deviation: it settles the days whose meter was
 * read, as a statement would, and compares with what was judged before. Its queries do not grow
 * with the readings. What was metered more than {@value #DAYS_BACK} days ago is no news; of a
 * simulated exchange, whose clock is its own, the days that were read just now are the present.
 */
@ApplicationScoped
public class DeviationWatch implements EventConsumer {
  /** How far before today a day may lie to be told of. */
  static final int DAYS_BACK = 2;

  private static final String CHANNEL = "deviations";

  private final Assets assets;
  private final Rules rules;
  private final MeterReadings readings;
  private final JdbcInputStore inputs;
  private final JdbcTradedDays traded;
  private final ExchangeAwards awards;
  private final JdbcJudgedDays judged;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  public DeviationWatch(
      Assets assets,
      Rules rules,
      MeterReadings readings,
      JdbcInputStore inputs,
      JdbcTradedDays traded,
      ExchangeAwards awards,
      JdbcJudgedDays judged,
      Outbox outbox,
      Clock clock) {
    this.assets = assets;
    this.rules = rules;
    this.readings = readings;
    this.inputs = inputs;
    this.traded = traded;
    this.awards = awards;
    this.judged = judged;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "deviation-watch";
  }

  @Override
  public Set<String> events() {
    return Set.of("meter.recorded");
  }

  @Override
  public ConsumerQueue queue() {
    return ConsumerQueue.NOTIFICATIONS;
  }

  @Override
  public void consume(ConsumedEvent event) {
    OrganizationId owner = event.organization();
    if (owner == null) {
      throw new IllegalArgumentException("a meter has an owner: " + event.eventId());
    }
    JsonObject payload = event.payload();
    String exchange = payload.getString("exchangeId", "");
    Key key =
        new Key(
            owner,
            UUID.fromString(payload.getString("assetId")),
            exchange.isEmpty() ? null : UUID.fromString(exchange));
    // an asset that is gone meanwhile, or whose market has no bands, has nothing to be told of
    assets
        .find(key.assetId())
        .ifPresent(
            asset ->
                rules
                    .deviationPack(asset.marketCode())
                    .flatMap(pack -> span(pack, key.exchangeId(), payload))
                    .ifPresent(span -> judge(key, asset, span)));
  }

  /** The days to be judged, first to last, and where days begin and end. */
  private record Span(RulePack pack, LocalDate first, LocalDate last, LocalDate oldest) {
    Map<LocalDate, Integer> blocks() {
      Map<LocalDate, Integer> blocks = new TreeMap<>();
      first
          .datesUntil(last.plusDays(1))
          .forEach(day -> blocks.put(day, pack.deviation(day).day().blockCount()));
      return blocks;
    }

    Instant from() {
      return pack.deviation(first).day().start();
    }

    Instant to() {
      return pack.deviation(last).day().end();
    }
  }

  private Optional<Span> span(RulePack pack, @Nullable UUID exchangeId, JsonObject payload) {
    ZoneId zone = pack.deviation(pack.firstDay()).day().zone();
    LocalDate first = LocalDate.ofInstant(Instant.parse(payload.getString("from")), zone);
    LocalDate last =
        LocalDate.ofInstant(Instant.parse(payload.getString("to")).minusNanos(1), zone);
    LocalDate present = exchangeId == null ? LocalDate.ofInstant(clock.instant(), zone) : last;
    LocalDate oldest = later(present.minusDays(DAYS_BACK), pack.firstDay());
    LocalDate begin = later(first, oldest);
    return begin.isAfter(last)
        ? Optional.empty()
        : Optional.of(new Span(pack, begin, last, oldest));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private void judge(Key key, Asset asset, Span span) {
    // held before anything is read: who waited here then reads what came meanwhile
    Map<LocalDate, JudgedDay> before = judged.hold(key, span.blocks(), span.oldest());
    List<MeterReading> read =
        readings.between(
            asset.id(),
            key.exchangeId(),
            span.from().atOffset(ZoneOffset.UTC),
            span.to().atOffset(ZoneOffset.UTC));
    StatementCalculation calculation =
        new StatementCalculation(rules, inputs(key, asset, span, read));
    before.forEach(
        (day, known) ->
            calculation
                .settle(asset, day)
                .ifPresent(settled -> judge(key, settled, known, revisions(settled, read))));
  }

  private void judge(
      Key key, CalculatedDay settled, JudgedDay before, Map<Integer, Integer> revisions) {
    Set<Integer> beyond =
        settled.statement().deviations().stream()
            .filter(deviation -> deviation.band() > DeviationBands.FIRST)
            .map(BlockDeviation::block)
            .collect(Collectors.toSet());
    JudgedDay after = before.with(revisions, beyond);
    if (after.equals(before)) {
      return;
    }
    judged.keep(key, settled.day(), after);
    List<Integer> departures = after.departuresSince(before);
    if (!departures.isEmpty()) {
      BandDeparture departure = BandDeparture.of(settled, world(key.exchangeId()), departures);
      outbox.append(
          new DomainEvent(
              CHANNEL,
              key.owner(),
              "asset_deviation",
              key.assetId(),
              1,
              "deviation.band_left",
              departure.payload()));
    }
  }

  private BandDeparture.@Nullable World world(@Nullable UUID exchangeId) {
    return exchangeId == null
        ? null
        : new BandDeparture.World(exchangeId, traded.exchangeName(exchangeId).orElse(""));
  }

  /** Revision of each reading of a day, by the number of its block. */
  private static Map<Integer, Integer> revisions(CalculatedDay settled, List<MeterReading> read) {
    DeliveryDay day = settled.pack().deviation(settled.day()).day();
    Map<Integer, Integer> revisions = new HashMap<>();
    for (MeterReading reading : read) {
      OptionalInt block = day.numberOf(reading.startsAt().toInstant());
      if (block.isPresent()) {
        revisions.put(block.getAsInt(), reading.revision());
      }
    }
    return revisions;
  }

  private SettledInputs inputs(Key key, Asset asset, Span span, List<MeterReading> read) {
    Map<Instant, BigDecimal> metered = new HashMap<>();
    read.forEach(reading -> metered.put(reading.startsAt().toInstant(), reading.injectionMwh()));
    Map<UUID, AssetTerms> terms = new HashMap<>();
    inputs
        .terms(asset.id())
        .forEach(
            stated ->
                terms.put(asset.id(), stated.as(StatementCalculation.participant(asset.type()))));
    OutsideAwards outside =
        key.exchangeId() == null
            ? OutsideAwards.of(awards.ofDays(span.first(), span.last()), List.of(), id -> false)
            : OutsideAwards.NONE;
    // bands are judged in energy: neither frequency nor prices are needed
    return new SettledInputs(
        List.of(asset),
        terms,
        outside.beside(traded.trades(key.exchangeId(), asset.id(), span.first(), span.last())),
        Map.of(asset.id(), metered),
        traded.schedules(key.exchangeId(), asset.id(), span.first(), span.last()),
        Map.of(),
        outside.origins(),
        0);
  }
}
