package energy.optibid.exports.domain;

import static energy.optibid.exports.domain.Column.day;
import static energy.optibid.exports.domain.Column.decimal;
import static energy.optibid.exports.domain.Column.flag;
import static energy.optibid.exports.domain.Column.instant;
import static energy.optibid.exports.domain.Column.integer;
import static energy.optibid.exports.domain.Column.text;

import energy.optibid.clearing.AreaOutcome;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.LinkOutcome;
import energy.optibid.engine.units.DeliveryBlock;
import energy.optibid.engine.units.Energy;
import energy.optibid.engine.units.Price;
import energy.optibid.market.Auction;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The results of one run of an auction as tables: what each row says of its block comes first. */
public final class RunTables {
  private static final List<Column> BLOCK =
      List.of(
          text("market"),
          day("delivery_day"),
          integer("block"),
          instant("starts_at_utc"),
          text("starts_at_local"),
          integer("minutes"));
  private static final int MONEY_SCALE = 4;

  private final Auction auction;
  private final List<DeliveryBlock> blocks;
  private final ZoneId zone;

  public RunTables(Auction auction) {
    this.auction = auction;
    this.blocks = auction.blocks();
    this.zone = ZoneId.of(auction.timeZone());
  }

  /** By area and block. */
  public Table prices(List<AreaOutcome> areas) {
    List<Column> columns =
        columns(
            text("area"),
            decimal("price_per_mwh", Price.SCALE),
            decimal("price_low_per_mwh", Price.SCALE),
            decimal("price_high_per_mwh", Price.SCALE),
            text("currency"),
            decimal("supply_mwh", Energy.MEGAWATT_HOUR_SCALE),
            decimal("demand_mwh", Energy.MEGAWATT_HOUR_SCALE),
            decimal("net_position_mwh", Energy.MEGAWATT_HOUR_SCALE));
    return new Table(
        "prices",
        columns,
        areas.stream()
            .flatMap(
                area ->
                    IntStream.range(0, area.prices().size())
                        .mapToObj(
                            i ->
                                row(
                                    i,
                                    area.area(),
                                    area.prices().get(i),
                                    area.low().get(i),
                                    area.high().get(i),
                                    auction.currency(),
                                    area.supplyMwh().get(i),
                                    area.demandMwh().get(i),
                                    area.netPositionMwh().get(i)))));
  }

  /** By link and block; a flow is positive from {@code from_area} to {@code to_area}. */
  public Table flows(List<LinkOutcome> links) {
    List<Column> columns =
        columns(
            text("from_area"),
            text("to_area"),
            decimal("flow_mwh", Energy.MEGAWATT_HOUR_SCALE),
            decimal("forward_capacity_mwh", Energy.MEGAWATT_HOUR_SCALE),
            decimal("reverse_capacity_mwh", Energy.MEGAWATT_HOUR_SCALE),
            flag("binding"));
    return new Table(
        "flows",
        columns,
        links.stream()
            .flatMap(
                link ->
                    IntStream.range(0, link.flowMwh().size())
                        .mapToObj(
                            i ->
                                row(
                                    i,
                                    link.from(),
                                    link.to(),
                                    link.flowMwh().get(i),
                                    link.forwardCapacityMwh().get(i),
                                    link.reverseCapacityMwh().get(i),
                                    link.binding().get(i)))));
  }

  /**
   * By bid and block; receiving money is positive.
   *
   * @param assetName the name of an asset of the caller
   */
  public Table awards(List<Award> awards, Function<UUID, String> assetName) {
    List<Column> columns =
        columns(
            text("area"),
            text("asset_name"),
            text("asset_id"),
            text("bid_id"),
            text("side"),
            decimal("offered_mwh", Energy.MEGAWATT_HOUR_SCALE),
            decimal("accepted_mwh", Energy.MEGAWATT_HOUR_SCALE),
            decimal("price_per_mwh", Price.SCALE),
            decimal("amount", MONEY_SCALE),
            text("currency"),
            text("reason"),
            text("status"),
            text("source"),
            integer("revision"),
            text("block_order"));
    return new Table(
        "awards",
        columns,
        awards.stream()
            .map(
                award ->
                    row(
                        award.block() - auction.firstBlock(),
                        award.areaCode(),
                        assetName.apply(award.assetId()),
                        award.assetId().toString(),
                        award.bidId().toString(),
                        award.side().name().toLowerCase(Locale.ROOT),
                        award.offeredMwh(),
                        award.acceptedMwh(),
                        award.price(),
                        award.amount(),
                        award.currency(),
                        award.reason().code(),
                        award.status(),
                        award.source(),
                        award.revision(),
                        Objects.requireNonNullElse(award.blockOrder(), ""))));
  }

  private static List<Column> columns(Column... own) {
    return Stream.concat(BLOCK.stream(), Arrays.stream(own)).toList();
  }

  private Object[] row(int index, Object... own) {
    DeliveryBlock block = blocks.get(index);
    List<Object> cells = new ArrayList<>(BLOCK.size() + own.length);
    cells.add(auction.marketCode());
    cells.add(auction.deliveryDay());
    cells.add(auction.firstBlock() + index);
    cells.add(block.start());
    cells.add(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(block.start().atZone(zone)));
    cells.add(Math.toIntExact(block.duration().toMinutes()));
    cells.addAll(List.of(own));
    return cells.toArray();
  }
}
