package energy.optibid.settlement.adapter;

import energy.optibid.assets.Assets;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.metering.MeterReadingInput;
import energy.optibid.metering.MeterReadings;
import energy.optibid.metering.RecordedReadings;
import energy.optibid.settlement.MeterReadingFiles;
import energy.optibid.settlement.StoredReadings;
import energy.optibid.settlement.domain.MeterFile;
import energy.optibid.shared.Fault;
import energy.optibid.shared.InTransaction;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes files of readings apart and hands them to the meters, asset by asset. */
@ApplicationScoped
@Typed(MeterReadingFiles.class)
@InTransaction
public class MeterReadingFileDesk implements MeterReadingFiles {
  private final Assets assets;
  private final MeterReadings readings;
  private final JdbcStoredReadings store;
  private final JdbcTradedDays traded;

  @Inject
  public MeterReadingFileDesk(
      Assets assets, MeterReadings readings, JdbcStoredReadings store, JdbcTradedDays traded) {
    this.assets = assets;
    this.readings = readings;
    this.store = store;
    this.traded = traded;
  }

  @Override
  public Imported importReadings(String csv) {
    int taken = 0;
    int replaced = 0;
    for (MeterFile.OfAsset part : MeterFile.read(csv, new OwnMeters())) {
      RecordedReadings recorded = readings.record(part.assetId(), part.batch());
      taken += recorded.added() + recorded.replaced();
      replaced += recorded.replaced();
    }
    return new Imported(taken, replaced);
  }

  @Override
  public Page<StoredReadings> stored(
      @Nullable UUID exchangeId, @Nullable String cursor, int limit) {
    if (exchangeId != null && traded.seed(exchangeId).isEmpty()) {
      throw ProblemException.notFound("exchange");
    }
    LocalDate day = cursor == null ? null : DayCursor.day(cursor);
    UUID asset = cursor == null ? null : DayCursor.after(cursor, UUID::fromString);
    return Page.of(
        store.days(exchangeId, day, asset, limit),
        limit,
        stored -> DayCursor.of(stored.day(), stored.assetId()));
  }

  /** Asks once for each asset and day, however many lines speak of it. */
  private final class OwnMeters implements MeterFile.Meters {
    private final Map<UUID, Boolean> known = new HashMap<>();
    private final Map<UUID, Map<LocalDate, Optional<DeliveryDay>>> days = new HashMap<>();

    @Override
    public boolean isKnown(UUID assetId) {
      return known.computeIfAbsent(assetId, id -> assets.find(id).isPresent());
    }

    @Override
    public Optional<DeliveryDay> day(UUID assetId, LocalDate day) {
      return days.computeIfAbsent(assetId, id -> new HashMap<>())
          .computeIfAbsent(day, date -> readings.deliveryDay(assetId, date));
    }

    @Override
    public List<Fault> faults(UUID assetId, MeterReadingInput.Batch batch) {
      return readings.faults(assetId, batch);
    }
  }
}
