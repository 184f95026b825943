package energy.optibid.engine.market.gme;

import energy.optibid.engine.market.reading.RefusalCode;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What is special about a block's rows: they name the block, and those of one block must agree on
 * everything but period and quantity. Kept by block, of which a day has some dozens.
 */
final class BlockFields {
  private static final int BLOCK_ID = 2;

  private final RowFields row;
  private final Map<Key, Seen> blocks = new HashMap<>();

  private record Key(LocalDate day, String blockId) {}

  private record Seen(GmeRow.BlockPeriod first, BitSet periods) {}

  BlockFields(RowFields row) {
    this.row = row;
  }

  PublishedDecision decision(int field, String code) {
    return PublishedDecision.ofCode(code)
        .orElseGet(
            () -> {
              row.refuse(
                  field, RefusalCode.UNKNOWN_DECISION, "the status is none of ACC, REJ, PREJ");
              return PublishedDecision.REJECTED;
            });
  }

  void refuseContradiction(GmeRow.BlockPeriod period) {
    if (period.blockId().isBlank()) {
      row.refuse(BLOCK_ID, RefusalCode.MISSING_FIELD, "the block has no id");
      return;
    }
    Seen seen =
        blocks.computeIfAbsent(
            new Key(period.deliveryDay(), period.blockId()), key -> new Seen(period, new BitSet()));
    GmeRow.BlockPeriod first = seen.first();
    if (!first.zone().equals(period.zone())
        || first.side() != period.side()
        || !first.price().equals(period.price())
        || first.decision() != period.decision()) {
      row.refuse(
          BLOCK_ID,
          RefusalCode.BLOCK_CONTRADICTION,
          "zone, side, price or status differ from the block's on line " + first.line());
    } else if (seen.periods().get(period.period())) {
      row.refuse(
          BLOCK_ID, RefusalCode.DUPLICATE, "the same block and period stand on an earlier line");
    }
    seen.periods().set(period.period());
  }
}
