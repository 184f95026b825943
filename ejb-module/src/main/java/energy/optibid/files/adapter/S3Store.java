package energy.optibid.files.adapter;

import energy.optibid.files.ByteRange;
import energy.optibid.files.domain.FileStore;
import energy.optibid.files.domain.ObjectKey;
import energy.optibid.shared.Sha256;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Amazon S3 and whatever speaks its protocol. Up to eight mebibytes go in one request, more in
 * parts, of which nothing is left when one fails.
 */
@ApplicationScoped
@Typed(S3Store.class)
public class S3Store implements FileStore {
  static final String NAME = "s3";
  static final int PART = 8 * 1024 * 1024;
  private static final String BYTES = "application/octet-stream";

  private final S3Settings settings;
  private final S3Connection connection;

  @Inject
  public S3Store(S3Settings settings) {
    this.settings = settings;
    this.connection = new S3Connection(settings);
  }

  @PreDestroy
  void close() {
    connection.close();
  }

  @Override
  public String name() {
    return NAME;
  }

  private String key(ObjectKey key) {
    return settings.prefix() + key.path();
  }

  /** Asks whether the bucket is there. */
  void greet() throws IOException {
    told(client -> client.headBucket(bucket -> bucket.bucket(settings.bucket())));
  }

  @Override
  public void put(ObjectKey key, Content content) throws IOException {
    try (InputStream in = Files.newInputStream(content.file())) {
      MessageDigest digest = Sha256.begin();
      byte[] first = in.readNBytes(PART);
      digest.update(first);
      if (content.size() <= PART) {
        insist(digest, content);
        String checksum =
            Base64.getEncoder().encodeToString(HexFormat.of().parseHex(content.sha256()));
        told(
            client ->
                client.putObject(
                    put ->
                        put.bucket(settings.bucket())
                            .key(key(key))
                            .contentType(BYTES)
                            .checksumSHA256(checksum),
                    RequestBody.fromBytes(first)));
      } else {
        inParts(key(key), content, first, in, digest);
      }
    }
  }

  private void inParts(
      String key, Content content, byte[] first, InputStream rest, MessageDigest digest)
      throws IOException {
    String upload =
        told(
            client ->
                client
                    .createMultipartUpload(
                        create -> create.bucket(settings.bucket()).key(key).contentType(BYTES))
                    .uploadId());
    try {
      List<CompletedPart> parts = new ArrayList<>();
      for (byte[] part = first; part.length > 0; part = next(rest, digest)) {
        parts.add(part(key, upload, parts.size() + 1, part));
      }
      insist(digest, content);
      told(
          client ->
              client.completeMultipartUpload(
                  done ->
                      done.bucket(settings.bucket())
                          .key(key)
                          .uploadId(upload)
                          .multipartUpload(all -> all.parts(parts))));
    } catch (IOException | RuntimeException e) {
      forget(key, upload, e);
      throw e;
    }
  }

  /**
   * Where the server cannot even be told that, its own rule for unfinished uploads removes them.
   */
  private void forget(String key, String upload, Exception reason) {
    try {
      told(
          client ->
              client.abortMultipartUpload(
                  abort -> abort.bucket(settings.bucket()).key(key).uploadId(upload)));
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private static byte[] next(InputStream rest, MessageDigest digest) throws IOException {
    byte[] part = rest.readNBytes(PART);
    digest.update(part);
    return part;
  }

  private CompletedPart part(String key, String upload, int number, byte[] content)
      throws IOException {
    String tag =
        told(
            client ->
                client
                    .uploadPart(
                        part ->
                            part.bucket(settings.bucket())
                                .key(key)
                                .uploadId(upload)
                                .partNumber(number),
                        RequestBody.fromBytes(content))
                    .eTag());
    return CompletedPart.builder().partNumber(number).eTag(tag).build();
  }

  private static void insist(MessageDigest digest, Content content) throws IOException {
    if (!HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
      throw new IOException("what was read is not what was sent");
    }
  }

  @Override
  public Optional<InputStream> open(ObjectKey key, @Nullable ByteRange range) throws IOException {
    GetObjectRequest.Builder request =
        GetObjectRequest.builder().bucket(settings.bucket()).key(key(key));
    if (range != null) {
      request.range("bytes=" + range.first() + "-" + range.last());
    }
    try {
      return Optional.of(connection.client().getObject(request.build()));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (SdkException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void delete(ObjectKey key) throws IOException {
    told(client -> client.deleteObject(object -> object.bucket(settings.bucket()).key(key(key))));
  }

  @Override
  public Optional<URI> link(ObjectKey key, Download as, Duration validFor) {
    return Optional.of(
        connection.presigned(
            validFor,
            GetObjectRequest.builder()
                .bucket(settings.bucket())
                .key(key(key))
                .responseContentDisposition(as.disposition())
                .responseContentType(as.mediaType())
                .build()));
  }

  @Override
  public void forEach(Consumer<StoredObject> visitor) throws IOException {
    told(
        client -> {
          client
              .listObjectsV2Paginator(
                  list -> list.bucket(settings.bucket()).prefix(settings.prefix()))
              .contents()
              .forEach(object -> show(object, visitor));
          return NAME;
        });
  }

  private void show(S3Object object, Consumer<StoredObject> visitor) {
    ObjectKey.of(object.key().substring(settings.prefix().length()))
        .ifPresent(key -> visitor.accept(new StoredObject(key, object.lastModified())));
  }

  private interface Question<T> {
    T ask(S3Client client);
  }

  private <T> T told(Question<T> question) throws IOException {
    try {
      return question.ask(connection.client());
    } catch (SdkException e) {
      throw new IOException(e);
    }
  }
}
