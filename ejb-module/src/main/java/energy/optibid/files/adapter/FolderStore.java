package energy.optibid.files.adapter;

import energy.optibid.files.ByteRange;
import energy.optibid.files.domain.FileStore;
import energy.optibid.files.domain.ObjectKey;
import energy.optibid.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/** A folder with a folder per organisation, of this machine or one that several nodes mount. */
@ApplicationScoped
@Typed(FolderStore.class)
public class FolderStore implements FileStore {
  static final String NAME = "folder";
  private static final String UNFINISHED = ".part";

  private final Path folder;

  @Inject
  public FolderStore(FileSettings settings) {
    this(settings.folder());
  }

  FolderStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return NAME;
  }

  private Path place(ObjectKey key) {
    return folder.resolve(key.path());
  }

  /** Written beside its place, on disk for certain, then moved there in one step. */
  @Override
  public void put(ObjectKey key, Content content) throws IOException {
    Path place = place(key);
    Path parent = place.resolveSibling(".");
    Files.createDirectories(
        parent, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path part = place.resolveSibling(place.getFileName() + UNFINISHED);
    try {
      MessageDigest digest = Sha256.begin();
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
        Files.copy(content.file(), out);
        channel.force(true);
      }
      if (!HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
        throw new IOException("what was written is not what was sent");
      }
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel directory = FileChannel.open(parent, StandardOpenOption.READ)) {
        directory.force(true);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  @Override
  public Optional<InputStream> open(ObjectKey key, @Nullable ByteRange range) throws IOException {
    try {
      FileChannel channel = FileChannel.open(place(key), StandardOpenOption.READ);
      InputStream all = Channels.newInputStream(channel);
      if (range == null) {
        return Optional.of(all);
      }
      channel.position(range.first());
      return Optional.of(
          BoundedInputStream.builder().setInputStream(all).setMaxCount(range.length()).get());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(ObjectKey key) throws IOException {
    Files.deleteIfExists(place(key));
  }

  @Override
  public Optional<URI> link(ObjectKey key, Download as, Duration validFor) {
    return Optional.empty();
  }

  @Override
  public void forEach(Consumer<StoredObject> visitor) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder, 2)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Optional<ObjectKey> key = ObjectKey.of(folder.relativize(file).toString());
      if (key.isPresent()) {
        visitor.accept(new StoredObject(key.get(), Files.getLastModifiedTime(file).toInstant()));
      }
    }
  }
}
