package energy.optibid.settlement.domain;

import energy.optibid.engine.settlement.BlockDeviation;
import energy.optibid.engine.settlement.DeviationBands;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.DeliveryDay;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An asset left the first band of its deviation, once or several times in a day's readings that
 * came together.
 *
 * @param world where it happened; null for a real meter
 * @param first the block in which it left first
 * @param limitMwh where the band ends in that block, in either direction
 * @param blocks every block in which it left, in order
 */
public record BandDeparture(
    CalculatedDay settled,
    @Nullable World world,
    BlockDeviation first,
    BigDecimal limitMwh,
    List<Integer> blocks) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  public BandDeparture {
    blocks = List.copyOf(blocks);
  }

  /** A simulated exchange by its id and name. */
  public record World(UUID exchangeId, String name) {}

  /**
   * The departure of a settled day.
   *
   * @param blocks in which the asset left its band, at least one
   */
  public static BandDeparture of(
      CalculatedDay settled, @Nullable World world, List<Integer> blocks) {
    BlockDeviation first =
        settled.statement().deviations().stream()
            .filter(deviation -> deviation.block() == blocks.get(0))
            .findFirst()
            .orElseThrow();
    BigDecimal limit =
        DeviationBands.firstLimitMwh(
                settled.pack().deviation(settled.day()), settled.terms(), first.basisMwh())
            .orElseThrow();
    return new BandDeparture(settled, world, first, limit, blocks);
  }

  /** What people read. */
  public String text() {
    BigDecimal percent = first.percent();
    return "%s%s, block %d of %s (%s): scheduled %s MWh, metered %s MWh, deviation %s MWh%s; the first band ends at ±%s MWh.%s"
        .formatted(
            world == null ? "" : "On the simulated exchange “" + world.name() + "”: ",
            settled.asset().name(),
            first.block(),
            settled.day(),
            local(first.block()),
            plain(first.scheduledMwh()),
            plain(first.actualMwh()),
            signed(first.deviationMwh()),
            percent == null ? "" : " (" + signed(percent) + " %)",
            plain(limitMwh),
            again());
  }

  /** The payload of the event. */
  public JsonObject payload() {
    JsonObjectBuilder payload =
        Json.createObjectBuilder()
            .add("assetId", settled.asset().id().toString())
            .add("assetName", settled.asset().name())
            .add("deliveryDay", settled.day().toString())
            .add("block", first.block())
            .add("startsAt", block(first.block()).start().toString())
            .add("scheduledMwh", first.scheduledMwh())
            .add("meteredMwh", first.actualMwh())
            .add("deviationMwh", first.deviationMwh())
            .add("bandMwh", limitMwh)
            .add("departures", blocks.size())
            .add("text", text());
    BigDecimal percent = first.percent();
    if (percent != null) {
      payload.add("deviationPercent", percent);
    }
    if (world != null) {
      payload.add("exchangeId", world.exchangeId().toString());
    }
    return payload.build();
  }

  private String again() {
    if (blocks.size() == 1) {
      return "";
    }
    int last = blocks.get(blocks.size() - 1);
    return " It left the band %d times that day, the last time in block %d (%s)."
        .formatted(blocks.size(), last, local(last));
  }

  private String local(int number) {
    DeliveryDay day = day();
    DeliveryBlock block = day.block(number);
    return "%s–%s %s"
        .formatted(
            TIME.format(block.start().atZone(day.zone())),
            TIME.format(block.end().atZone(day.zone())),
            day.zone());
  }

  private DeliveryBlock block(int number) {
    return day().block(number);
  }

  private DeliveryDay day() {
    return settled.pack().deviation(settled.day()).day();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String signed(BigDecimal number) {
    return (number.signum() > 0 ? "+" : "") + plain(number);
  }
}
