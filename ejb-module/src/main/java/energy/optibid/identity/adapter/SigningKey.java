package energy.optibid.identity.adapter;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * The RSA key pair that signs access tokens: {@code private.pem} (PKCS #8, readable by the owner
 * only) and {@code public.pem} in one folder, made when missing.
 */
final class SigningKey {

  private static final int BITS = 2048;

  private final PrivateKey privateKey;
  private final RsaJsonWebKey publicKey;

  private SigningKey(PrivateKey privateKey, RSAPublicKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = new RsaJsonWebKey(publicKey);
    this.publicKey.setKeyId(this.publicKey.calculateBase64urlEncodedThumbprint("SHA-256"));
    this.publicKey.setAlgorithm("RS256");
    this.publicKey.setUse("sig");
  }

  /**
   * @throws IllegalStateException when the folder cannot be read or written
   */
  static SigningKey load(Path folder) {
    try {
      Files.createDirectories(folder);
      Path secret = folder.resolve("private.pem");
      Path open = folder.resolve("public.pem");
      // Two nodes on one folder: whoever gets the lock first makes the pair.
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var lock = channel.lock()) {
        if (!Files.exists(secret) || !Files.exists(open)) {
          generate(secret, open);
        }
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        return new SigningKey(
            rsa.generatePrivate(new PKCS8EncodedKeySpec(read(secret))),
            (RSAPublicKey) rsa.generatePublic(new X509EncodedKeySpec(read(open))));
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The signing keys in " + folder + " cannot be used.", e);
    }
  }

  PrivateKey privateKey() {
    return privateKey;
  }

  RSAPublicKey publicKey() {
    return publicKey.getRsaPublicKey();
  }

  String id() {
    return publicKey.getKeyId();
  }

  /** The public half as a JWK (RFC 7517). */
  JsonWebKey publicJwk() {
    return publicKey;
  }

  private static void generate(Path secret, Path open)
      throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(BITS);
    var pair = generator.generateKeyPair();
    write(secret, "PRIVATE KEY", pair.getPrivate().getEncoded(), "rw-------");
    write(open, "PUBLIC KEY", pair.getPublic().getEncoded(), "rw-r--r--");
  }

  private static void write(Path file, String label, byte[] content, String permissions)
      throws IOException {
    String pem =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(
                label,
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(content),
                label);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
    Files.writeString(fresh, pem);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] read(Path file) throws IOException {
    String base64 =
        Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    return Base64.getDecoder().decode(base64);
  }
}
