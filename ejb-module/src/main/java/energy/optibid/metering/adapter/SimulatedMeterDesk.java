package energy.optibid.metering.adapter;

import energy.optibid.assets.GridAssets;
import energy.optibid.assets.GridAssets.GridAsset;
import energy.optibid.clearing.Awards;
import energy.optibid.engine.simulation.MeteredAsset;
import energy.optibid.engine.simulation.SimulatedExchange;
import energy.optibid.engine.simulation.SyntheticMeters;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.engine.units.Power;
import energy.optibid.identity.DemoOrganizations;
import energy.optibid.metering.ReadingQuality;
import energy.optibid.metering.SimulatedMeters;
import energy.optibid.metering.domain.MeterEvent;
import energy.optibid.metering.domain.ReadingStore;
import energy.optibid.metering.domain.ReadingStore.Row;
import energy.optibid.metering.domain.Schedules;
import energy.optibid.metering.domain.SimulatedAssets;
import energy.optibid.outbox.Outbox;
import energy.optibid.shared.OrganizationId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes readings by the engine's simulation and keeps them. */
@ApplicationScoped
@Typed(SimulatedMeters.class)
public class SimulatedMeterDesk implements SimulatedMeters {
  private static final BigDecimal HOUR_MINUTES = BigDecimal.valueOf(60);

  /** Those whose assets are metered on the shared exchange also on a day without an award. */
  private static final Set<OrganizationId> DEMO =
      Set.of(DemoOrganizations.DEMO.id(), DemoOrganizations.RIVAL.id());

  private final GridAssets assets;
  private final Awards awards;
  private final ReadingStore store;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  public SimulatedMeterDesk(
      GridAssets assets, Awards awards, ReadingStore store, Outbox outbox, Clock clock) {
    this.assets = assets;
    this.awards = awards;
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public int read(Simulation simulation, DeliveryDay day) {
    Schedules schedules = Schedules.of(awards.ofExchangeDay(simulation.exchangeId(), day.date()));
    List<GridAsset> metered = assets.of(simulation.grid(), owners(simulation), schedules.assets());
    List<Row> rows = rows(simulation, day, schedules, metered);
    int added = keep(rows);
    if (added > 0) {
      rows.stream()
          .collect(Collectors.groupingBy(Row::assetId, LinkedHashMap::new, Collectors.toList()))
          .values()
          .forEach(ofAsset -> outbox.append(MeterEvent.recorded(ofAsset)));
    }
    return added;
  }

  @Override
  public int readPast(Simulation simulation, DeliveryDay day) {
    List<GridAsset> metered =
        assets.of(simulation.grid(), owners(simulation), Set.of()).stream()
            .filter(owned -> livesByItself(owned, day.blockDuration()))
            .toList();
    return keep(rows(simulation, day, Schedules.of(List.of()), metered));
  }

  private static Set<OrganizationId> owners(Simulation simulation) {
    OrganizationId owner = simulation.owner();
    return owner == null ? DEMO : Set.of(owner);
  }

  private static boolean livesByItself(GridAsset owned, Duration block) {
    MeteredAsset asset = SimulatedAssets.of(owned.asset(), block);
    return asset instanceof MeteredAsset.Renewable || asset instanceof MeteredAsset.Consumer;
  }

  private int keep(List<Row> rows) {
    return rows.isEmpty() ? 0 : store.add(rows, clock.instant());
  }

  private static List<Row> rows(
      Simulation simulation, DeliveryDay day, Schedules schedules, List<GridAsset> metered) {
    SimulatedExchange exchange = SimulatedExchange.of(simulation.seed());
    List<DeliveryBlock> blocks = day.blocks();
    List<Row> rows = new ArrayList<>(metered.size() * blocks.size());
    for (GridAsset owned : metered) {
      UUID id = owned.asset().id();
      List<Power> schedule =
          blocks.stream()
              .map(block -> power(schedules.injectionMwh(id, block.start()), block))
              .toList();
      List<Power> readings =
          SyntheticMeters.day(
              exchange,
              SimulatedAssets.of(owned.asset(), day.blockDuration()),
              day.date(),
              schedule);
      for (int i = 0; i < readings.size(); i++) {
        DeliveryBlock block = blocks.get(i);
        rows.add(
            new Row(
                owned.owner(),
                id,
                simulation.exchangeId(),
                block.start(),
                (int) block.duration().toMinutes(),
                readings.get(i).during(block.duration()).toMegawattHours().stripTrailingZeros(),
                ReadingQuality.SYNTHETIC));
      }
    }
    return rows;
  }

  private static Power power(BigDecimal megawattHours, DeliveryBlock block) {
    return Power.ofMegawatts(
        megawattHours
            .multiply(HOUR_MINUTES)
            .divide(
                BigDecimal.valueOf(block.duration().toMinutes()),
                Power.SCALE,
                RoundingMode.HALF_EVEN));
  }
}
