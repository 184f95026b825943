package energy.optibid.settlement.domain;

import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.metering.MeterReadingInput;
import energy.optibid.metering.MeterReadings;
import energy.optibid.settlement.MeterReadingFiles;
import energy.optibid.shared.Fault;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file of meter readings of several assets. */
public final class MeterFile {
  private static final Pattern PLACE = Pattern.compile("/readings/(\\d+)/(\\w+)");

  /** Columns by the fields of a reading; what a line says of time, it says by day and block. */
  private static final Map<String, String> COLUMNS =
      Map.of("injectionMwh", "injection_mwh", "quality", "quality");

  private final CsvLines file;
  private final Meters meters;
  private final Map<UUID, List<Read>> byAsset = new TreeMap<>();
  private final Map<Block, Long> seen = new HashMap<>();

  private MeterFile(CsvLines file, Meters meters) {
    this.file = file;
    this.meters = meters;
  }

  /** What is known of the assets whose meters these are. */
  public interface Meters {
    boolean isKnown(UUID assetId);

    /** The blocks of a day; empty where the asset's market has no rules for it. */
    Optional<DeliveryDay> day(UUID assetId, LocalDate day);

    /** What is wrong with readings, by {@code /readings/{place}/{field}}. */
    List<Fault> faults(UUID assetId, MeterReadingInput.Batch batch);
  }

  /** Readings of one asset, as many as are taken at once. */
  public record OfAsset(UUID assetId, MeterReadingInput.Batch batch) {}

  private record Read(long line, MeterReadingInput reading) {}

  private record Block(UUID assetId, LocalDate day, int block) {}

  /**
   * The readings of a file, by asset.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  public static List<OfAsset> read(String csv, Meters meters) {
    MeterFile read = new MeterFile(CsvLines.read(MeterReadingFiles.HEADER, csv), meters);
    read.file.lines().forEach(read::take);
    List<OfAsset> readings = new ArrayList<>();
    read.byAsset.forEach((asset, all) -> readings.addAll(read.batches(asset, all)));
    read.file.orRefuse();
    return readings;
  }

  private void take(CsvLines.Line line) {
    UUID asset = line.id("asset_id");
    LocalDate day = line.day("day");
    Integer number = line.count("block");
    DeliveryBlock block =
        asset == null || day == null || number == null ? null : block(line, asset, day, number);
    boolean hasEnergy = line.decimal("injection_mwh") != null;
    if (asset == null || block == null || !hasEnergy) {
      return;
    }
    String quality = line.text("quality");
    byAsset
        .computeIfAbsent(asset, key -> new ArrayList<>())
        .add(
            new Read(
                line.number(),
                new MeterReadingInput(
                    block.start().atOffset(ZoneOffset.UTC),
                    (int) block.duration().toMinutes(),
                    line.decimal("injection_mwh"),
                    quality.isEmpty() ? null : quality)));
  }

  private @Nullable DeliveryBlock block(CsvLines.Line line, UUID asset, LocalDate day, int number) {
    if (!meters.isKnown(asset)) {
      line.fault("asset_id", "not_found", "There is no such asset.");
      return null;
    }
    DeliveryDay blocks = meters.day(asset, day).orElse(null);
    if (blocks == null) {
      line.fault("day", "unknown_day", "There are no rules for that day.");
      return null;
    }
    if (number < 1 || number > blocks.blockCount()) {
      line.fault("block", "block", "The day has blocks 1 to " + blocks.blockCount() + ".");
      return null;
    }
    Long other = seen.putIfAbsent(new Block(asset, day, number), line.number());
    if (other != null) {
      line.fault("block", "duplicate", "Line " + other + " is of the same block.");
      return null;
    }
    return blocks.block(number);
  }

  private List<OfAsset> batches(UUID asset, List<Read> all) {
    List<OfAsset> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MeterReadings.LARGEST_BATCH) {
      List<Read> part = all.subList(from, Math.min(all.size(), from + MeterReadings.LARGEST_BATCH));
      MeterReadingInput.Batch batch =
          new MeterReadingInput.Batch(part.stream().map(Read::reading).toList());
      meters.faults(asset, batch).forEach(fault -> place(fault, part));
      batches.add(new OfAsset(asset, batch));
    }
    return batches;
  }

  private void place(Fault fault, List<Read> part) {
    Matcher at = PLACE.matcher(fault.field());
    if (!at.matches()) {
      throw new IllegalStateException("a fault of no reading: " + fault);
    }
    long line = part.get(Integer.parseInt(at.group(1))).line();
    file.fault(line, COLUMNS.getOrDefault(at.group(2), "block"), fault.code(), fault.message());
  }
}
