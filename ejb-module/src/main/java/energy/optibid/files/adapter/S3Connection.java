package energy.optibid.files.adapter;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Amazon's client, made when it is first needed, patient for a few seconds and no more. */
final class S3Connection implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration SILENCE = Duration.ofSeconds(4);

  /** Below the guard's own limit. */
  private static final Duration CALL = Duration.ofSeconds(9);

  private final S3Settings settings;
  private @Nullable S3Client client;
  private @Nullable S3Presigner presigner;

  S3Connection(S3Settings settings) {
    this.settings = settings;
  }

  synchronized S3Client client() {
    S3Client known = client;
    if (known != null) {
      return known;
    }
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .credentialsProvider(credentials())
            .forcePathStyle(settings.pathStyle())
            .overrideConfiguration(
                override -> override.retryStrategy(RetryMode.STANDARD).apiCallTimeout(CALL))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(SILENCE));
    settings.endpoint().ifPresent(builder::endpointOverride);
    S3Client made = builder.build();
    client = made;
    return made;
  }

  /** An address that works for whoever has it; made without asking the server. */
  synchronized URI presigned(Duration validFor, GetObjectRequest request) {
    S3Presigner known = presigner;
    if (known == null) {
      S3Presigner.Builder builder =
          S3Presigner.builder()
              .region(Region.of(settings.region()))
              .credentialsProvider(credentials())
              .serviceConfiguration(
                  S3Configuration.builder().pathStyleAccessEnabled(settings.pathStyle()).build());
      settings.endpoint().ifPresent(builder::endpointOverride);
      known = builder.build();
      presigner = known;
    }
    String address =
        known
            .presignGetObject(
                presign -> presign.signatureDuration(validFor).getObjectRequest(request))
            .url()
            .toExternalForm();
    return URI.create(address);
  }

  private AwsCredentialsProvider credentials() {
    return settings
        .accessKey()
        .<AwsCredentialsProvider>map(
            key ->
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(key, settings.secretKey())))
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.close();
    }
    if (presigner != null) {
      presigner.close();
    }
  }
}
