package energy.optibid.gateway.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Secrets as they stand in the database: AES-256-GCM under a key of this installation, each bound
 * to its connection. The key is the file {@code exchange.key} beside the signing keys ({@code
 * optibid.keys.dir}), made when it is first needed and readable by its owner only.
 */
@ApplicationScoped
public class SealedSecrets {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public SealedSecrets(
      @ConfigProperty(name = "optibid.keys.dir", defaultValue = ".optibid/keys") String folder) {
    this(Path.of(folder));
  }

  SealedSecrets(Path folder) {
    this.folder = folder;
  }

  /** The secret as only this installation can read it, and only as that connection's. */
  byte[] seal(String secret, UUID connection) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        crypt(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8), connection);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * @throws IllegalStateException if it was sealed by another key or for another connection
   */
  String open(byte[] sealed, UUID connection) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] content = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
    return new String(
        crypt(Cipher.DECRYPT_MODE, nonce, content, connection), StandardCharsets.UTF_8);
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] content, UUID connection) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(connection.toString().getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The secret of connection " + connection + " is unusable.", e);
    }
  }

  private synchronized SecretKeySpec key() {
    Path file = folder.resolve("exchange.key");
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return new SecretKeySpec(Base64.getDecoder().decode(Files.readString(file).strip()), "AES");
    } catch (IOException e) {
      throw new UncheckedIOException("The key " + file + " cannot be used.", e);
    }
  }

  /** Two servers on one folder: whoever gets the lock first makes it. */
  private void make(Path file) throws IOException {
    Files.createDirectories(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(".exchange.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      if (lock.isValid() && !Files.exists(file)) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Path fresh = file.resolveSibling("exchange.key.new");
        boolean ignored = Files.deleteIfExists(fresh);
        Files.createFile(
            fresh,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }
}
