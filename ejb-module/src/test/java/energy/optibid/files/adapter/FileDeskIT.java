package energy.optibid.files.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.audit.AuditEntry;
import energy.optibid.audit.AuditQuery;
import energy.optibid.audit.AuditTrail;
import energy.optibid.audit.adapter.PostgresAuditTrail;
import energy.optibid.files.ByteRange;
import energy.optibid.files.FileContent;
import energy.optibid.files.FilePurpose;
import energy.optibid.files.FileState;
import energy.optibid.files.IncomingFile;
import energy.optibid.files.StoredFile;
import energy.optibid.files.TemporaryLink;
import energy.optibid.files.domain.VirusScanner;
import energy.optibid.outbox.adapter.PostgresOutbox;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SettableClock;
import energy.optibid.testing.Tenants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Files of two organisations in a folder. */
class FileDeskIT {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final PostgresServer server = PostgresServer.shared();
  private final LocalTransactions transactions = server.transactions();
  private final AuditTrail audit = new PostgresAuditTrail(transactions, transactions);
  private final FileRows rows = new FileRows(transactions, server.systemConnections());
  private final SettableClock clock = new SettableClock(NOW);
  private final Caller owner = Tenants.create(server);
  private final Caller rival = Tenants.create(server);
  private final Map<String, String> config = new HashMap<>();

  @TempDir Path home = Path.of("");

  private FileSettings settings() {
    config.put("optibid.home", home.toString());
    return new FileSettings(name -> Optional.ofNullable(config.get(name)));
  }

  private FileStores stores() {
    S3Settings s3 = new S3Settings(name -> Optional.ofNullable(config.get(name)));
    S3Store store = new S3Store(s3);
    return new FileStores(
        new FolderStore(settings()), store, new S3Service(s3, store, Callable::call, clock));
  }

  private FileDesk desk(VirusScanner scanner) {
    return new FileDesk(
        settings(),
        stores(),
        rows,
        scanner,
        transactions,
        audit,
        new PostgresOutbox(transactions),
        clock);
  }

  private FileDesk desk() {
    return desk(file -> Optional.empty());
  }

  private static <T> T as(Caller caller, Callable<T> work) {
    try {
      return Tenancy.callAs(caller, work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private StoredFile store(FileDesk desk, String name, String content) {
    return as(
        owner,
        () -> {
          try (IncomingFile file = desk.receive(name, FilePurpose.CONTRACT, bytes(content))) {
            return desk.keep(file);
          }
        });
  }

  private static ByteArrayInputStream bytes(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(FileContent content) throws IOException {
    try (var stream = content.content()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ProblemException refused(Executable work) {
    return assertThrows(ProblemException.class, work);
  }

  private long objects() throws IOException {
    Path folder = home.resolve("files");
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void aFile_isKept_listed_given_andDeleted() throws IOException {
    FileDesk desk = desk();
    StoredFile file = store(desk, "../contract €.txt", "hello");
    assertEquals("contract €.txt", file.name());
    assertEquals("text/plain", file.mediaType());
    assertEquals(5, file.size());
    assertEquals(NOW, file.uploadedAt());
    assertEquals("Test user", file.uploadedBy().name());
    assertEquals(List.of(file), as(owner, () -> desk.list(null, null, 10)).items());
    assertEquals(List.of(), as(owner, () -> desk.list(FilePurpose.EVIDENCE, null, 10)).items());
    assertEquals("hello", read(as(owner, () -> desk.open(file.id(), null))));
    assertEquals("ell", read(as(owner, () -> desk.open(file.id(), new ByteRange(1, 3)))));

    as(
        owner,
        () -> {
          desk.delete(file.id());
          return file;
        });
    assertEquals(0, objects());
    assertEquals(
        ProblemCode.NOT_FOUND, refused(() -> as(owner, () -> desk.require(file.id()))).code());
    assertEquals(List.of("file.deleted", "file.stored"), actions());
  }

  private List<String> actions() {
    return transactions
        .callAs(
            owner,
            () -> audit.list(new AuditQuery(null, "file", null, null, null, null, null), null, 10))
        .items()
        .stream()
        .map(AuditEntry::action)
        .toList();
  }

  @Test
  void pages_followEachOther() {
    FileDesk desk = desk();
    StoredFile first = store(desk, "1", "one");
    StoredFile second = store(desk, "2", "two");
    Page<StoredFile> page = as(owner, () -> desk.list(null, null, 1));
    assertEquals(List.of(second), page.items());
    Page<StoredFile> next = as(owner, () -> desk.list(null, page.nextCursor(), 1));
    assertEquals(List.of(first), next.items());
    assertNull(next.nextCursor());
  }

  @Test
  void anotherOrganisation_findsNothing() {
    FileDesk desk = desk();
    StoredFile file = store(desk, "secret.txt", "secret");
    assertEquals(List.of(), as(rival, () -> desk.list(null, null, 10)).items());
    List<Executable> calls =
        List.of(
            () -> as(rival, () -> desk.require(file.id())),
            () -> as(rival, () -> desk.open(file.id(), null)),
            () -> as(rival, () -> desk.link(file.id(), Duration.ofMinutes(5))),
            () ->
                as(
                    rival,
                    () -> {
                      desk.delete(file.id());
                      return file;
                    }));
    calls.forEach(call -> assertEquals(ProblemCode.NOT_FOUND, refused(call).code()));
    assertEquals(file, as(owner, () -> desk.require(file.id())));
  }

  @Test
  void whatIsNotTaken_leavesNothing() throws IOException {
    config.put("optibid.files.largest-bytes", "10");
    config.put("optibid.files.quota-bytes", "12");
    FileDesk desk = desk();
    assertEquals("empty", refused(() -> store(desk, "x", "")).faults().get(0).code());
    assertEquals("type", refused(() -> store(desk, "x.pdf", "MZ\u0000")).faults().get(0).code());
    assertEquals("type", refused(() -> store(desk, "x.csv", "<script>")).faults().get(0).code());
    assertEquals(ProblemCode.TOO_LARGE, refused(() -> store(desk, "x", "12345678901")).code());
    store(desk, "x", "1234567890");
    assertEquals(ProblemCode.TOO_LARGE, refused(() -> store(desk, "x", "123")).code());
    assertEquals(1, objects());
    try (Stream<Path> left = Files.list(home.resolve("files-incoming"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void aVirus_isThrownAway_andStaysOnRecord() throws IOException {
    FileDesk desk = desk(file -> Optional.of("Eicar"));
    assertEquals("infected", refused(() -> store(desk, "x.txt", "virus")).faults().get(0).code());
    StoredFile rejected = as(owner, () -> desk.list(null, null, 10)).items().get(0);
    assertEquals(FileState.REJECTED, rejected.state());
    assertEquals("Eicar", rejected.rejection());
    assertEquals(
        ProblemCode.ILLEGAL_TRANSITION,
        refused(() -> as(owner, () -> desk.open(rejected.id(), null))).code());
    assertEquals(0, objects());
    assertEquals(List.of("file.rejected"), actions());
  }

  @Test
  void aLink_givesTheFileToAnybody_untilItExpiresOrTheFileIsGone() throws IOException {
    FileDesk desk = desk();
    StoredFile file = store(desk, "x.txt", "shared");
    TemporaryLink link = as(owner, () -> desk.link(file.id(), Duration.ofMinutes(5)));
    assertEquals(NOW.plusSeconds(300), link.expiresAt());
    String token = link.url().substring(link.url().lastIndexOf('/') + 1);
    assertEquals("shared", read(desk.openLink(token)));
    assertEquals(ProblemCode.NOT_FOUND, refused(() -> desk.openLink(token + "x")).code());
    clock.advance(Duration.ofMinutes(5));
    assertEquals(ProblemCode.NOT_FOUND, refused(() -> desk.openLink(token)).code());
    assertEquals(
        ProblemCode.VALIDATION_FAILED,
        refused(() -> as(owner, () -> desk.link(file.id(), Duration.ofDays(2)))).code());
  }

  @Test
  void anUploadThatGoesNoFurther_leavesNothing_orIsSwept() throws IOException {
    FileDesk desk = desk();
    as(
        owner,
        () -> {
          desk.receive("x", FilePurpose.DOCUMENT, bytes("closed")).close();
          return owner;
        });
    assertEquals(0, objects());

    IncomingFile lost = as(owner, () -> desk.receive("x", FilePurpose.DOCUMENT, bytes("lost")));
    assertFalse(lost.digest().isEmpty());
    StoredFile kept = store(desk, "x", "kept");
    FileSweep sweep = new FileSweep(settings(), stores(), rows, clock);
    age(Duration.ofMinutes(59));
    sweep.sweep();
    assertEquals(2, objects());
    age(Duration.ofMinutes(61));
    sweep.sweep();
    assertEquals(1, objects());
    assertEquals("kept", read(as(owner, () -> desk.open(kept.id(), null))));
  }

  private void age(Duration age) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("files"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
      }
    }
  }

  @Test
  void withTheObjectStoreAway_anUploadIsRefused_andTheFolderStillServes() throws IOException {
    StoredFile before = store(desk(), "x", "before");
    config.put("optibid.s3.bucket", "none");
    config.put("optibid.s3.endpoint", "http://127.0.0.1:1");
    config.put("optibid.s3.access-key", "a");
    FileDesk desk = desk();
    ProblemException refused = refused(() -> store(desk, "x", "after"));
    assertEquals(ProblemCode.UNAVAILABLE, refused.code());
    assertTrue(refused.retryAfter().isPresent());
    assertEquals(List.of(before), as(owner, () -> desk.list(null, null, 10)).items());
    assertEquals("before", read(as(owner, () -> desk.open(before.id(), null))));
  }
}
