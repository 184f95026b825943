package energy.optibid.files.adapter;

import energy.optibid.files.domain.FileStore;

class FolderStoreTest extends FileStoreContract {
  @Override
  FileStore store() {
    return new FolderStore(folder.resolve("files"));
  }
}
