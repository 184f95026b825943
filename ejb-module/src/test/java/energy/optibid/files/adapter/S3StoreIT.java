package energy.optibid.files.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.files.FileHeaders;
import energy.optibid.files.domain.FileStore;
import energy.optibid.files.domain.FileStore.Content;
import energy.optibid.files.domain.FileStore.Download;
import energy.optibid.files.domain.ObjectKey;
import energy.optibid.local.LocalS3;
import energy.optibid.operations.Service.Condition;
import energy.optibid.resilience.ServiceUnavailableException;
import energy.optibid.shared.Ids;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S3Proxy, which checks signatures. */
class S3StoreIT extends FileStoreContract {
  @TempDir static Path home = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static LocalS3 server;

  @BeforeAll
  static void start() {
    server = new LocalS3(home);
    server.start();
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @Override
  FileStore store() {
    return store(server.settings());
  }

  private static S3Store store(Map<String, String> settings) {
    return new S3Store(settings(settings));
  }

  private static S3Settings settings(Map<String, String> settings) {
    return new S3Settings(name -> Optional.ofNullable(settings.get(name)));
  }

  @Test
  void aLink_givesTheFileAsAnAttachment_toWhoeverHasIt_untilItExpires() throws Exception {
    ObjectKey key = new ObjectKey(new OrganizationId(Ids.next()), Ids.next());
    Path sent = Files.writeString(folder.resolve("sent"), "<script>");
    store().put(key, new Content(sent, 8, Sha256.hex("<script>")));
    Download as =
        new Download(FileHeaders.servedType("text/html"), FileHeaders.disposition("é.html"));
    URI link = store().link(key, as, Duration.ofMinutes(1)).orElseThrow();
    HttpResponse<String> answer = get(link);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("<script>", answer.body());
    assertEquals(
        "attachment; filename=\"_.html\"; filename*=UTF-8''%C3%A9.html",
        answer.headers().firstValue("content-disposition").orElse(""));
    assertTrue(
        answer.headers().firstValue("content-type").orElse("").startsWith("application/octet"));

    URI longer = URI.create(link.toString().replace("X-Amz-Expires=60", "X-Amz-Expires=6000"));
    assertEquals(403, get(longer).statusCode());
    URI brief = store().link(key, as, Duration.ofSeconds(1)).orElseThrow();
    Instant patience = Instant.now().plusSeconds(20);
    while (get(brief).statusCode() == 200 && Instant.now().isBefore(patience)) {
      Thread.onSpinWait();
    }
    assertEquals(403, get(brief).statusCode());
  }

  private static HttpResponse<String> get(URI link) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
  }

  @Test
  void aWrongSecret_isRefused() {
    Map<String, String> settings = new HashMap<>(server.settings());
    settings.put("optibid.s3.secret-key", "guessed");
    assertThrows(IOException.class, () -> store(settings).greet());
  }

  @Test
  void killedAndBack_theServiceSaysSo_andObjectsAreThere() throws Exception {
    S3Settings settings = settings(server.settings());
    S3Store store = new S3Store(settings);
    S3Service service = new S3Service(settings, store, Callable::call, Clock.systemUTC());
    ObjectKey key = new ObjectKey(new OrganizationId(Ids.next()), Ids.next());
    Path sent = Files.writeString(folder.resolve("sent"), "kept");
    store.put(key, new Content(sent, 4, Sha256.hex("kept")));
    service.probeNow();
    assertEquals(Condition.UP, service.ask().state());

    server.process().kill();
    service.probeNow();
    assertEquals(Condition.DOWN, service.ask().state());
    assertThrows(
        ServiceUnavailableException.class,
        () -> service.guarded().call(() -> store.open(key, null)));

    server.start();
    service.probeNow();
    assertEquals(Condition.UP, service.ask().state());
    try (var content = store.open(key, null).orElseThrow()) {
      assertEquals("kept", new String(content.readAllBytes()));
    }
  }

  @Test
  void frozen_aCallEndsWithinItsBudget() {
    server.process().freeze();
    try {
      Instant start = Instant.now();
      assertThrows(IOException.class, () -> store(server.settings()).greet());
      Duration took = Duration.between(start, Instant.now());
      assertTrue(took.compareTo(Duration.ofSeconds(12)) < 0, took::toString);
    } finally {
      server.process().thaw();
    }
  }
}
