package energy.optibid.files.adapter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.files.ByteRange;
import energy.optibid.files.domain.FileStore;
import energy.optibid.files.domain.FileStore.Content;
import energy.optibid.files.domain.FileStore.StoredObject;
import energy.optibid.files.domain.ObjectKey;
import energy.optibid.shared.Ids;
import energy.optibid.shared.OrganizationId;
import energy.optibid.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store keeps its word about. */
abstract class FileStoreContract {
  @TempDir Path folder = Path.of("");

  private final ObjectKey key = new ObjectKey(new OrganizationId(Ids.next()), Ids.next());

  abstract FileStore store() throws IOException;

  private Content content(byte[] bytes) throws IOException {
    return new Content(
        Files.write(folder.resolve("sent"), bytes),
        bytes.length,
        HexFormat.of().formatHex(Sha256.begin().digest(bytes)));
  }

  private byte[] read(@Nullable ByteRange range) throws IOException {
    try (InputStream content = store().open(key, range).orElseThrow()) {
      return content.readAllBytes();
    }
  }

  @Test
  void whatIsPut_isThere_inFullAndInPieces() throws IOException {
    store().put(key, content("hello".getBytes(StandardCharsets.UTF_8)));
    assertEquals("hello", new String(read(null), StandardCharsets.UTF_8));
    assertEquals("el", new String(read(new ByteRange(1, 2)), StandardCharsets.UTF_8));
    assertEquals("o", new String(read(new ByteRange(4, 1)), StandardCharsets.UTF_8));
  }

  @Test
  void aLargeOne_comesBackAsItWas() throws IOException {
    byte[] large = new byte[2 * S3Store.PART + 12_345];
    new Random(7).nextBytes(large);
    store().put(key, content(large));
    assertArrayEquals(large, read(null));
    int across = S3Store.PART - 3;
    byte[] piece = read(new ByteRange(across, 6));
    assertArrayEquals(java.util.Arrays.copyOfRange(large, across, across + 6), piece);
  }

  @Test
  void anotherDigest_isRefused_andNothingIsThere() throws IOException {
    for (int size : new int[] {10, S3Store.PART + 1}) {
      Content sent = content(new byte[size]);
      Content wrong = new Content(sent.file(), sent.size(), "0".repeat(64));
      assertThrows(IOException.class, () -> store().put(key, wrong));
      assertEquals(Optional.empty(), store().open(key, null));
      assertEquals(List.of(), keys());
    }
  }

  @Test
  void whatIsNotThere_isEmpty_andCanBeDeleted() throws IOException {
    assertEquals(Optional.empty(), store().open(key, null));
    store().delete(key);
    store().put(key, content(new byte[] {1}));
    store().delete(key);
    store().delete(key);
    assertEquals(Optional.empty(), store().open(key, null));
  }

  @Test
  void everyObject_isShownWithItsTime() throws IOException {
    store().put(key, content(new byte[] {1}));
    List<StoredObject> objects = new ArrayList<>();
    store().forEach(objects::add);
    StoredObject own =
        objects.stream().filter(object -> object.key().equals(key)).findFirst().orElseThrow();
    Duration age = Duration.between(own.since(), Instant.now()).abs();
    assertTrue(age.compareTo(Duration.ofMinutes(1)) < 0, age::toString);
  }

  private List<ObjectKey> keys() throws IOException {
    List<ObjectKey> keys = new ArrayList<>();
    store()
        .forEach(
            object -> {
              if (object.key().equals(key)) {
                keys.add(object.key());
              }
            });
    return keys;
  }
}
