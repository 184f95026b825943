package energy.optibid.engine.market.gme;

import energy.optibid.engine.market.reading.CsvReading;
import energy.optibid.engine.market.reading.ReadLimits;
import energy.optibid.engine.market.reading.RefusalCode;
import energy.optibid.engine.market.reading.Refusals;
import energy.optibid.engine.rules.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The reading of one file, from its first byte to its report. */
final class FileReading implements CsvReading.Rows {
  private final RulePack pack;
  private final ReadLimits limits;
  private final String file;
  private final Consumer<GmeRow> sink;
  private final Refusals refusals;
  private @Nullable RowFields fields;
  private @Nullable GmeFileKind kind;

  FileReading(RulePack pack, ReadLimits limits, String file, Consumer<GmeRow> sink) {
    this.pack = pack;
    this.limits = limits;
    this.file = file;
    this.sink = sink;
    this.refusals = new Refusals(file, limits.maxKeptRefusals());
  }

  FileReport read(InputStream in) throws IOException {
    long rows = new CsvReading(limits, refusals, this).read(in);
    long normalised = fields == null ? 0 : fields.normalised();
    return new FileReport(file, kind, rows, normalised, refusals.count(), refusals.kept());
  }

  @Override
  public boolean header(String text) {
    Optional<GmeFileKind> known = GmeFileKind.ofHeader(text);
    if (known.isEmpty()) {
      RefusalCode code = text.isEmpty() ? RefusalCode.EMPTY_FILE : RefusalCode.UNKNOWN_HEADER;
      refusals.add(1, "", code, "the first line is no header of the GME format", text);
      return false;
    }
    kind = known.get();
    fields = new RowFields(pack, known.get(), refusals);
    return true;
  }

  @Override
  public void row(long line, String[] values) {
    RowFields row = fields;
    if (row != null && row.load(line, values)) {
      GmeRow read = row.read();
      if (row.sound()) {
        sink.accept(read);
      }
    }
  }
}
