package energy.optibid.metering.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import energy.optibid.assets.Asset;
import energy.optibid.assets.AssetType;
import energy.optibid.assets.TechnicalLimits;
import energy.optibid.bidding.BidSide;
import energy.optibid.clearing.Award;
import energy.optibid.clearing.AwardReason;
import energy.optibid.clearing.MarketAward;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.metering.AssetDeviation;
import energy.optibid.metering.AssetDeviation.Basis;
import energy.optibid.metering.AssetDeviation.Block;
import energy.optibid.metering.MeterReading;
import energy.optibid.metering.ReadingQuality;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviationSumsTest {
  private static final UUID ASSET = UUID.randomUUID();
  private static final UUID EXCHANGE = UUID.randomUUID();
  private static final DeliveryDay DAY =
      new DeliveryDay(LocalDate.of(2026, 9, 16), ZoneId.of("Asia/Kolkata"), Duration.ofMinutes(15));
  private static final TechnicalLimits PLANT =
      new TechnicalLimits.Nuclear(mwh("0"), mwh("1"), mwh("1"), mwh("0"));
  private static final TechnicalLimits WORKS =
      new TechnicalLimits.Load(mwh("0"), mwh("0"), mwh("50"));

  @Test
  void theScheduleAddsEveryMarketAndTheDeviationIsExact() {
    AssetDeviation day =
        deviation(
            AssetType.NUCLEAR,
            PLANT,
            List.of(
                award("sim-dam", 1, BidSide.SELL, "10.000025"),
                award("sim-rtm", 1, BidSide.BUY, "2.5"),
                award("sim-rtm", 2, BidSide.SELL, "4")),
            List.of(reading(1, "7.125"), reading(3, "0.25")));
    assertEquals(96, day.blocks().size());
    assertEquals(Basis.SCHEDULE, day.basis());

    Block first = day.blocks().get(0);
    assertEquals(mwh("7.500025"), first.scheduledInjectionMwh());
    assertEquals(mwh("-0.375025"), first.deviationMwh());
    assertEquals(mwh("-5.00"), first.deviationPercent());
    assertEquals(OffsetDateTime.parse("2026-09-16T00:00+05:30"), first.startsAt());

    Block unread = day.blocks().get(1);
    assertEquals(mwh("4"), unread.scheduledInjectionMwh());
    assertNull(unread.meteredInjectionMwh());
    assertNull(unread.deviationMwh());

    Block unsold = day.blocks().get(2);
    assertEquals(mwh("0.25"), unsold.deviationMwh());
    assertNull(unsold.deviationPercent(), "there is no percentage of nothing");

    assertEquals(mwh("11.500025"), day.totals().scheduledInjectionMwh());
    assertEquals(mwh("7.375"), day.totals().meteredInjectionMwh());
    assertEquals(mwh("-0.125025"), day.totals().deviationMwh());
    assertEquals(mwh("0.625025"), day.totals().absoluteDeviationMwh());
    assertEquals(2, day.totals().meteredBlocks());
  }

  @Test
  void aConsumerThatDrawsMoreDeviatesUpwards() {
    Block block = first(AssetType.LOAD, WORKS, BidSide.BUY, "-11");
    assertEquals(mwh("-1"), block.deviationMwh());
    assertEquals(mwh("10.00"), block.deviationPercent());
  }

  @Test
  void aStoreThatDrawsMoreDeviatesDownwardsOnTheSizeOfItsSchedule() {
    assertEquals(
        mwh("-10.00"), first(AssetType.BATTERY, PLANT, BidSide.BUY, "-11").deviationPercent());
  }

  @Test
  void windAndSunAreMeasuredAgainstTheirAvailableCapacity() {
    TechnicalLimits park = new TechnicalLimits.Solar(mwh("250"), mwh("200"));
    AssetDeviation sold =
        deviation(
            AssetType.SOLAR,
            park,
            List.of(award("sim-dam", 1, BidSide.SELL, "10")),
            List.of(reading(1, "7.5")));
    assertEquals(Basis.AVAILABLE_CAPACITY, sold.basis());
    // 200 MW for a quarter of an hour are 50 MWh
    assertEquals(mwh("-5.00"), sold.blocks().get(0).deviationPercent());

    TechnicalLimits out = new TechnicalLimits.Wind(mwh("250"), mwh("0"));
    assertNull(first(AssetType.WIND, out, BidSide.SELL, "1").deviationPercent());
  }

  private static Block first(AssetType type, TechnicalLimits limits, BidSide side, String metered) {
    return deviation(
            type, limits, List.of(award("sim-dam", 1, side, "10")), List.of(reading(1, metered)))
        .blocks()
        .get(0);
  }

  private static AssetDeviation deviation(
      AssetType type,
      TechnicalLimits limits,
      List<MarketAward> awards,
      List<MeterReading> readings) {
    Asset asset =
        new Asset(
            ASSET, null, "x", type, null, "sim-dam", "W2", mwh("100"), mwh("100"), limits, true, 1);
    return DeviationSums.of(asset, EXCHANGE, DAY, Schedules.of(awards), readings);
  }

  private static MeterReading reading(int block, String megawattHours) {
    OffsetDateTime start = DAY.block(block).start().atOffset(ZoneOffset.UTC);
    return new MeterReading(
        ASSET, EXCHANGE, start, 15, mwh(megawattHours), ReadingQuality.SYNTHETIC, 1, start);
  }

  private static MarketAward award(String market, int block, BidSide side, String megawattHours) {
    return new MarketAward(
        market,
        new Award(
            UUID.randomUUID(),
            UUID.randomUUID(),
            UUID.randomUUID(),
            ASSET,
            "W2",
            block,
            DAY.block(block).start().atOffset(ZoneOffset.UTC),
            side,
            mwh(megawattHours),
            mwh(megawattHours),
            mwh("10"),
            mwh("10"),
            "INR",
            AwardReason.values()[0],
            1,
            "final",
            "simulated"));
  }

  private static BigDecimal mwh(String number) {
    return new BigDecimal(number);
  }
}
