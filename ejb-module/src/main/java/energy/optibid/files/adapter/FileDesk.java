package energy.optibid.files.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.files.ByteRange;
import energy.optibid.files.FileContent;
import energy.optibid.files.FileHeaders;
import energy.optibid.files.FilePurpose;
import energy.optibid.files.FileState;
import energy.optibid.files.IncomingFile;
import energy.optibid.files.StoredFile;
import energy.optibid.files.StoredFiles;
import energy.optibid.files.TemporaryLink;
import energy.optibid.files.adapter.FileRows.Row;
import energy.optibid.files.domain.FileName;
import energy.optibid.files.domain.FileStore.Download;
import energy.optibid.files.domain.MediaTypes;
import energy.optibid.files.domain.ObjectKey;
import energy.optibid.files.domain.VirusScanner;
import energy.optibid.outbox.Outbox;
import energy.optibid.resilience.ServiceUnavailableException;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.DomainEvent;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Sha256;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Content first, its row after; each change of rows is one transaction with its audit entry. */
@ApplicationScoped
@Typed(StoredFiles.class)
public class FileDesk implements StoredFiles {
  private static final Duration SHORTEST_LINK = Duration.ofMinutes(1);
  private static final Duration LONGEST_LINK = Duration.ofDays(1);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(15);
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final FileSettings settings;
  private final FileStores stores;
  private final FileRows rows;
  private final VirusScanner scanner;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  public FileDesk(
      FileSettings settings,
      FileStores stores,
      FileRows rows,
      VirusScanner scanner,
      Transactions transactions,
      AuditTrail audit,
      Outbox outbox,
      Clock clock) {
    this.settings = settings;
    this.stores = stores;
    this.rows = rows;
    this.scanner = scanner;
    this.transactions = transactions;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A file whose content is in a store. */
  private final class Received implements IncomingFile {
    private final StoredFile file;
    private final String store;
    private boolean kept;

    Received(StoredFile file, String store) {
      this.file = file;
      this.store = store;
    }

    @Override
    public String digest() {
      return file.sha256() + " " + file.purpose() + " " + file.name();
    }

    @Override
    public void close() {
      if (!kept) {
        stores.discard(store, key(file.id()));
      }
    }
  }

  private static ObjectKey key(UUID id) {
    return new ObjectKey(Tenancy.require().organization(), id);
  }

  @Override
  public IncomingFile receive(String name, FilePurpose purpose, InputStream content)
      throws IOException {
    String shown = FileName.shown(name);
    try (SpooledFile spooled = SpooledFile.of(content, settings.incoming(), settings.largest())) {
      StoredFile file = described(shown, purpose, spooled);
      judge(file);
      found(spooled.content().file()).ifPresent(virus -> reject(file, virus));
      requireRoom(file.size());
      String store = stores.current();
      stores.put(key(file.id()), spooled.content());
      Failpoint.hit("files.stored");
      return new Received(file, store);
    }
  }

  private StoredFile described(String name, FilePurpose purpose, SpooledFile spooled) {
    Caller caller = Tenancy.require();
    return new StoredFile(
        Ids.next(),
        name,
        MediaTypes.of(spooled.head(), name),
        spooled.content().size(),
        spooled.content().sha256(),
        FileState.AVAILABLE,
        purpose,
        null,
        new StoredFile.Uploader(caller.userId(), ""),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private void judge(StoredFile file) {
    if (file.size() == 0) {
      throw refused("empty", "The file has no content.");
    }
    if (!settings.types().contains(file.mediaType())) {
      throw refused(
          "type", "Its content is %s, which is not taken here.".formatted(file.mediaType()));
    }
  }

  private static ProblemException refused(String code, String sentence) {
    return new ProblemException(
        ProblemCode.VALIDATION_FAILED,
        "The file cannot be kept.",
        List.of(new Fault("/file", code, sentence)));
  }

  private Optional<String> found(Path file) {
    try {
      return scanner.scan(file);
    } catch (ServiceUnavailableException e) {
      throw new ProblemException(
          ProblemCode.UNAVAILABLE,
          "The virus scanner is away, and nothing unscanned is stored. Try again soon.",
          RETRY_AFTER);
    }
  }

  private void reject(StoredFile file, String virus) {
    StoredFile rejected =
        new StoredFile(
            file.id(),
            file.name(),
            file.mediaType(),
            file.size(),
            file.sha256(),
            FileState.REJECTED,
            file.purpose(),
            virus,
            file.uploadedBy(),
            file.uploadedAt());
    transactions.call(
        () -> {
          rows.insert(rejected, null);
          told("rejected", rejected, 1);
          return rejected;
        });
    throw refused("infected", "It holds %s and was thrown away.".formatted(virus));
  }

  private void requireRoom(long size) {
    long used = transactions.call(rows::used);
    if (used + size > settings.quota()) {
      throw new ProblemException(
          ProblemCode.TOO_LARGE,
          "Your organisation keeps %,d of at most %,d bytes; there is no room for %,d more."
              .formatted(used, settings.quota(), size));
    }
  }

  @Override
  public StoredFile keep(IncomingFile incoming) {
    if (!(incoming instanceof Received received)) {
      throw new IllegalArgumentException("a file that was not received here");
    }
    received.kept = true;
    return transactions.call(
        () -> {
          requireRoom(received.file.size());
          rows.insert(received.file, received.store);
          told("stored", received.file, 1);
          return require(received.file.id());
        });
  }

  private void told(String what, StoredFile file, long version) {
    JsonObject after =
        Json.createObjectBuilder()
            .add("name", file.name())
            .add("mediaType", file.mediaType())
            .add("size", file.size())
            .add("sha256", file.sha256())
            .add("purpose", FileRows.word(file.purpose()))
            .add("state", FileRows.word(file.state()))
            .build();
    audit.record("file." + what, "file", file.id(), after);
    outbox.append(
        new DomainEvent(
            "files",
            Tenancy.require().organization(),
            "file",
            file.id(),
            version,
            "file." + what,
            after));
  }

  @Override
  public Page<StoredFile> list(@Nullable FilePurpose purpose, @Nullable String cursor, int limit) {
    UUID before = cursor == null ? null : Cursors.id(cursor);
    return Page.of(
        transactions.call(() -> rows.list(purpose, before, limit + 1)),
        limit,
        file -> file.id().toString());
  }

  private Row row(UUID id) {
    return transactions
        .call(() -> rows.find(id))
        .orElseThrow(() -> ProblemException.notFound("file"));
  }

  @Override
  public StoredFile require(UUID id) {
    return row(id).file();
  }

  @Override
  public FileContent open(UUID id, @Nullable ByteRange range) {
    return open(row(id), range);
  }

  private FileContent open(Row row, @Nullable ByteRange range) {
    ObjectKey key = new ObjectKey(row.organization(), row.file().id());
    InputStream content =
        stores
            .open(storeOf(row), key, range)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.UNAVAILABLE, "The content of this file cannot be found."));
    return new FileContent(row.file(), content);
  }

  private static String storeOf(Row row) {
    String store = row.store();
    if (store == null) {
      throw new ProblemException(
          ProblemCode.ILLEGAL_TRANSITION,
          "This file was rejected (%s); its content was thrown away."
              .formatted(row.file().rejection()));
    }
    return store;
  }

  @Override
  public TemporaryLink link(UUID id, Duration validFor) {
    if (validFor.compareTo(SHORTEST_LINK) < 0 || validFor.compareTo(LONGEST_LINK) > 0) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          "The link cannot be made.",
          List.of(new Fault("/minutes", "range", "A link lasts from 1 to 1,440 minutes.")));
    }
    Row row = row(id);
    StoredFile file = row.file();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant expiresAt = now.plus(validFor);
    String url =
        stores
            .link(
                storeOf(row),
                key(id),
                new Download(
                    FileHeaders.servedType(file.mediaType()), FileHeaders.disposition(file.name())),
                validFor)
            .map(Object::toString)
            .orElse(null);
    String token = token();
    transactions.call(
        () -> {
          if (url == null) {
            rows.insertLink(id, Sha256.hex(token), now, expiresAt);
          }
          audit.record(
              "file.linked",
              "file",
              id,
              Json.createObjectBuilder().add("expiresAt", expiresAt.toString()).build());
          return id;
        });
    return new TemporaryLink(url == null ? "/api/v1/file-links/" + token : url, expiresAt);
  }

  private static String token() {
    byte[] random = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  @Override
  public FileContent openLink(String token) {
    Row row =
        rows.byLink(Sha256.hex(token), clock.instant())
            .orElseThrow(() -> ProblemException.notFound("link, or not any more"));
    return open(row, null);
  }

  @Override
  public void delete(UUID id) {
    Row row = row(id);
    boolean gone =
        transactions.call(
            () -> {
              boolean deleted = rows.delete(id);
              if (deleted) {
                told("deleted", row.file(), 2);
              }
              return deleted;
            });
    String store = row.store();
    if (gone && store != null) {
      stores.discard(store, key(id));
    }
  }
}
