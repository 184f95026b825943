package energy.optibid.web.imports;

import energy.optibid.imports.Upload;

/** Holds an upload until it is certain that an import has taken it; otherwise it is discarded. */
final class Receipt implements AutoCloseable {
  private final Upload upload;
  private boolean used;
  private boolean answered;

  Receipt(Upload upload) {
    this.upload = upload;
  }

  Upload upload() {
    return upload;
  }

  /** The work was done with this upload; a repeated call is answered without it. */
  void used() {
    used = true;
  }

  /** The transaction of the work has committed. */
  void answered() {
    answered = true;
  }

  @Override
  public void close() {
    if (!(used && answered)) {
      upload.discard();
    }
  }
}
