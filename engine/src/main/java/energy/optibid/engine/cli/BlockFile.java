package energy.optibid.engine.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Decisions about block orders as CSV, sorted by day and id. */
final class BlockFile {
  static final String HEADER = "delivery_day,block_id,decision,accepted_ratio";

  private BlockFile() {}

  static void write(Path file, List<ClearedDay> days) {
    WholeFile.write(
        file,
        HEADER,
        days.stream().flatMap(day -> day.blocks().stream().map(block -> line(day.date(), block))));
  }

  private static String line(LocalDate day, ClearedBlock block) {
    return String.join(
        ",",
        day.toString(),
        block.outcome().blockId(),
        block.decision().code(),
        block.outcome().ratio().toString());
  }
}
