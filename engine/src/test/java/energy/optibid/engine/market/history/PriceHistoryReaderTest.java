package energy.optibid.engine.market.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.engine.market.history.sample.SampleHistory;
import energy.optibid.engine.market.iex.IexFiles;
import energy.optibid.engine.market.iex.IexFiles.Answer;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.results.PublishedBlock;
import energy.optibid.engine.market.results.ResultsTally;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PriceHistoryReaderTest {
  @Test
  void linesInAnyOrder_withGaps_areTaken() {
    Answer answer =
        read(
            """
            market,area,start,duration_minutes,price
            iex-dam,N1,2021-04-02T00:15:00+05:30,15,3120.555
            iex-dam,ALL,2021-04-01T18:30:00Z,15,20000
            iex-rtm,S2,2024-04-01T00:00+05:30,15,0
            iex-dam,N1,2021-04-01T23:45:00+05:30,15,1
            """);
    assertEquals(List.of(), answer.faults());
    PublishedBlock first = answer.blocks().get(0);
    assertEquals(Instant.parse("2021-04-01T18:45:00Z"), first.start());
    assertEquals(LocalDate.of(2021, 4, 2), first.day());
    assertEquals(new BigDecimal("3120.555"), first.price());
    assertTrue(answer.blocks().get(1).atCap());
  }

  @Test
  void volumes_mayBeEmpty() {
    Answer answer =
        read(
            """
            market,area,start,duration_minutes,price,bought_mw,sold_mw
            iex-dam,N1,2021-04-02T00:15:00+05:30,15,1,12.5,
            """);
    assertEquals(List.of(), answer.faults());
    assertEquals(
        new BigDecimal("12.5"), Objects.requireNonNull(answer.blocks().get(0).volumes()).bought());
  }

  @Test
  void everyFaultOfALine_isNamed() {
    Answer answer =
        read(
            """
            market,area,start,duration_minutes,price
            nowhere,N1,2021-04-02T00:00:00+05:30,15,1
            iex-dam,Q1,2021-04-02T00:00:00+05:30,15,1
            iex-dam,N1,2021-04-02 00:00,15,1
            iex-dam,N1,2021-04-02T00:00:00+05:30,60,1
            iex-dam,N1,2021-04-02T00:05:00+05:30,15,1
            iex-dam,N1,2021-04-02T00:15:00+05:30,15,20000.01
            iex-dam,N1,2021-04-02T00:30:00+05:30,15,NaN
            iex-dam,N1,2021-04-02T00:45:00+05:30,15,1.1234567
            iex-dam,N1,2021-04-02T00:00:00+05:30,15,-1
            iex-dam,N1,1990-04-02T00:00:00+05:30,15,1
            iex-dam,N1,2021-04-31T00:00:00+05:30,15,1
            iex-dam,N1,2021-04-02T25:00:00+05:30,15,1
            iex-dam,N1,2021-04-02T00:00:00+05:30,15
            """);
    assertEquals(
        List.of(
            "unknown_market market",
            "unknown_zone area",
            "timestamp_form start",
            "block_mismatch duration_minutes",
            "block_mismatch start",
            "price_limit price",
            "number_form price",
            "price_tick price",
            "duplicate start",
            "price_limit price",
            "day_without_rules start",
            "timestamp_form start",
            "timestamp_form start",
            "field_count "),
        answer.faults());
    assertEquals(0, answer.blocks().size());
  }

  @Test
  void aGeneratedYear_isSound_andTheSameEveryTime() throws IOException {
    StringBuilder text = new StringBuilder();
    LocalDate from = LocalDate.of(2023, 3, 1);
    long lines = history().write(from, from.plusDays(40), text);
    assertEquals(41L * 96 * 13, lines);
    StringBuilder again = new StringBuilder();
    history().write(from, from.plusDays(40), again);
    assertEquals(text.toString(), again.toString());
    Answer answer = read(text.toString());
    assertEquals(List.of(), answer.faults());
    ResultsTally tally = new ResultsTally();
    answer.blocks().forEach(tally);
    assertEquals(41, tally.totals().get(0).days());
    assertEquals(from.plusDays(40), tally.totals().get(0).lastDay());
    assertEquals(13, tally.totals().get(0).areas().size());
  }

  private static SampleHistory history() {
    return new SampleHistory(Objects.requireNonNull(IexFiles.days().pack("iex-dam")), 7);
  }

  private static Answer read(String text) {
    return IexFiles.read(new PriceHistoryReader(IexFiles.days(), ReadLimits.DEFAULT), text);
  }
}
