package energy.optibid.market.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.market.PriceTick;
import energy.optibid.market.domain.TickMessage.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TickLineTest {
  private static final UUID OWN = UUID.randomUUID();
  private static final Instant BLOCK = Instant.parse("2026-05-04T08:00:00Z");

  private final List<PriceTick> known = new ArrayList<>();
  private final TickLine line = new TickLine(OWN, () -> List.copyOf(known));

  private static PriceTick tick(String area, int number) {
    return new PriceTick(
        "iex-dam", area, BLOCK, BigDecimal.valueOf(number), BLOCK.plusMillis(number));
  }

  private static TickMessage message(Kind kind, PriceTick... ticks) {
    return new TickMessage(OWN, kind, List.of(ticks));
  }

  @Test
  void ticksComeInTheirOrder_aMessagePerChannel() throws InterruptedException {
    line.add(List.of(tick("N1", 1), tick("N2", 2), tick("N1", 3)));
    line.add(List.of(tick("N1", 4)));
    List<TickMessage> next = line.next();
    assertEquals(
        List.of(
            message(Kind.TICKS, tick("N1", 1), tick("N1", 3)),
            message(Kind.TICKS, tick("N2", 2)),
            message(Kind.TICKS, tick("N1", 4))),
        next);
    assertEquals("market.prices.iex-dam.N2", next.get(1).key());
    assertEquals(next.get(0), TickMessage.of(next.get(0).text()));
  }

  @Test
  void whatTheNewestOvertake_isSentBeforeThem() throws InterruptedException {
    line.add(List.of(tick("N1", 1)));
    known.add(tick("N1", 1));
    line.greet();
    assertEquals(
        List.of(
            message(Kind.TICKS, tick("N1", 1)),
            message(Kind.HELLO),
            message(Kind.NEWEST, tick("N1", 1))),
        line.next());
  }

  @Test
  void aGreetingThatWasNotSent_isOwedAgain_withWhatIsNewestThen() throws InterruptedException {
    known.add(tick("N1", 1));
    line.greet();
    assertEquals(0, line.lost(line.next()));
    known.set(0, tick("N1", 2));
    assertEquals(List.of(message(Kind.HELLO), message(Kind.NEWEST, tick("N1", 2))), line.next());
  }

  @Test
  void ticksThatWereNotSent_areDroppedWithThoseBehindThem_andTheNewestToldInstead()
      throws InterruptedException {
    line.add(List.of(tick("N1", 1)));
    List<TickMessage> unsent = line.next();
    line.add(List.of(tick("N1", 2), tick("N2", 2)));
    known.add(tick("N1", 2));
    assertEquals(3, line.lost(unsent));
    line.add(List.of(tick("N1", 3)));
    assertEquals(
        List.of(message(Kind.TICKS, tick("N1", 3)), message(Kind.NEWEST, tick("N1", 2))),
        line.next());
  }

  @Test
  void aFullLineTakesNoMore_andTheNewestAreToldInstead() throws InterruptedException {
    List<PriceTick> many = Collections.nCopies(TickLine.MOST_TICKS, tick("N1", 1));
    assertEquals(0, line.add(many));
    assertEquals(1, line.add(List.of(tick("N1", 2))));
    known.add(tick("N1", 2));
    int ticks = 0;
    List<TickMessage> last = List.of();
    while (ticks <= TickLine.MOST_TICKS) {
      last = line.next();
      ticks += last.stream().mapToInt(message -> message.ticks().size()).sum();
    }
    assertEquals(List.of(message(Kind.NEWEST, tick("N1", 2))), last);
    assertEquals(0, line.add(many));
  }
}
