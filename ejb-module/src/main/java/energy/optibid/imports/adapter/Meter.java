package energy.optibid.imports.adapter;

import energy.optibid.imports.domain.SentFile;
import energy.optibid.imports.domain.Spool.SpooledFile;
import energy.optibid.jobs.JobRun;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Turns bytes read into progress, and stops where the job was cancelled. */
final class Meter {
  private static final long STEP = 256 * 1024;

  private final JobRun run;
  private final List<SpooledFile> files;
  private final long total;
  private String note = "";
  private long done;
  private long told;

  Meter(JobRun run, List<SpooledFile> files) {
    this.run = run;
    this.files = files;
    this.total = files.stream().mapToLong(SpooledFile::bytes).sum();
  }

  /** Bytes of all files as sent. */
  long total() {
    return total;
  }

  /** The files; reading them is measured. */
  List<SentFile> files() {
    return files.stream().<SentFile>map(file -> new MeteredFile(file, this)).toList();
  }

  /** Says which file comes next. */
  void reading(SentFile file) {
    note = "Reading " + file.name();
  }

  private void count(int bytes) {
    done += Math.max(bytes, 0);
    if (done - told >= STEP) {
      told = done;
      run.checkCancelled();
      run.progress(done, total, note);
    }
  }

  private record MeteredFile(SpooledFile file, Meter meter) implements SentFile {
    @Override
    public String name() {
      return file.name();
    }

    @Override
    public InputStream open() throws IOException {
      return new FilterInputStream(file.open()) {
        @Override
        public int read() throws IOException {
          int value = super.read();
          meter.count(value < 0 ? 0 : 1);
          return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          int read = super.read(buffer, offset, length);
          meter.count(read);
          return read;
        }
      };
    }
  }
}
