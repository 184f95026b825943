package energy.optibid.engine.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Decisions about block orders as CSV, sorted by day and id; written whole or not at all. */
final class BlockFile {
  static final String HEADER = "delivery_day,block_id,decision,accepted_ratio";

  private BlockFile() {}

  static void write(Path file, List<ClearedDay> days) {
    Path target = file.toAbsolutePath();
    Path partial = target.resolveSibling(target.getFileName() + ".partial");
    try {
      try (Writer out = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
        out.write(HEADER + "\n");
        for (ClearedDay day : days) {
          for (ClearedBlock block : day.blocks()) {
            out.write(
                String.join(
                    ",",
                    day.date().toString(),
                    block.outcome().blockId(),
                    block.decision().code(),
                    block.outcome().ratio().toString()));
            out.write("\n");
          }
        }
      }
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StoppedException(OptibidEngine.FILE_FAILED, file + " cannot be written: " + e);
    }
  }
}
