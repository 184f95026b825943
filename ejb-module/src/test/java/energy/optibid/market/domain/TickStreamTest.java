package energy.optibid.market.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.market.PriceTick;
import energy.optibid.market.PriceTick.Numbered;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickStreamTest {
  private final TickStream stream = new TickStream();
  private final List<Numbered> told = new ArrayList<>();

  @Test
  void everyTickIsTold_theNewestOfEachBlockIsKept() {
    add(1, "10");
    add(0, "20");
    add(1, "30");
    assertEquals(
        List.of(new Numbered(1, tick(1, "10")), new Numbered(2, tick(0, "20")), newest()), told);
    assertEquals(List.of(new Numbered(2, tick(0, "20")), newest()), stream.newest());
  }

  @Test
  void theOldestBlocksAreForgotten() {
    for (int block = 0; block <= TickStream.MOST_BLOCKS; block++) {
      add(block, "1");
    }
    List<Numbered> kept = stream.newest();
    assertEquals(TickStream.MOST_BLOCKS, kept.size());
    assertEquals(tick(1, "1"), kept.get(0).tick());
  }

  private static Numbered newest() {
    return new Numbered(3, tick(1, "30"));
  }

  private void add(int block, String price) {
    stream.add(tick(block, price), told::add);
  }

  private static PriceTick tick(int block, String price) {
    return new PriceTick(
        "iex-dam",
        "N1",
        Instant.EPOCH.plusSeconds(900L * block),
        new BigDecimal(price),
        Instant.EPOCH);
  }
}
