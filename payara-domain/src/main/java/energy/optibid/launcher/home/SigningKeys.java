package energy.optibid.launcher.home;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/**
 * The RSA-2048 pair that signs access tokens: {@code private.pem} (PKCS#8) and {@code public.pem}
 * (X.509 SubjectPublicKeyInfo). It must exist before the EAR is deployed, because the server reads
 * the public key then.
 */
public record SigningKeys(Path folder) {
  private static final int KEY_BITS = 2048;
  private static final int PEM_LINE = 64;

  public Path privateKey() {
    return folder.resolve("private.pem");
  }

  public Path publicKey() {
    return folder.resolve("public.pem");
  }

  /** Makes the pair on the first start and leaves it alone ever after. */
  public void ensure() {
    if (Files.exists(privateKey()) && Files.exists(publicKey())) {
      return;
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      KeyPair pair = generator.generateKeyPair();
      OwnerOnly.write(publicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
      OwnerOnly.write(privateKey(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no RSA", e);
    }
  }

  private static String pem(String label, byte[] encoded) {
    String body =
        Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(encoded);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(label, body, label)
        .replace("\r\n", "\n");
  }
}
