package energy.optibid.engine.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An audit entry with its place in its organisation's chain.
 *
 * @param organization identifier of the organisation
 * @param number 1, 2, 3 … in the order of sealing
 * @param previousHash hash of the entry before, {@link #GENESIS} for the first
 * @param hash what is claimed to be the SHA-256 of the content, 64 hexadecimal digits
 * @param content everything that is hashed, number and previous hash included, by name and in
 *     canonical JSON
 */
public record ChainedEntry(
    String organization,
    long number,
    String previousHash,
    String hash,
    SortedMap<String, String> content) {

  /** What the first entry has as its previous hash. */
  public static final String GENESIS = "0".repeat(64);

  private static final String HASH = "hash";

  public ChainedEntry {
    content = new TreeMap<>(content);
  }

  /**
   * Reads one line of an exported chain.
   *
   * @throws IllegalArgumentException when the line is no sealed entry
   */
  public static ChainedEntry read(String line) {
    SortedMap<String, String> members = CanonicalJson.members(line);
    String hash = members.remove(HASH);
    if (hash == null) {
      throw new IllegalArgumentException("has no hash");
    }
    return of(members, CanonicalJson.textOf(hash));
  }

  /** One line of an export: the content and its hash, in canonical JSON. */
  public String line() {
    Map<String, String> members = new TreeMap<>(content);
    members.put(HASH, CanonicalJson.string(hash));
    return CanonicalJson.object(members);
  }

  /** What the hash must be. */
  public String computedHash() {
    return sha256(CanonicalJson.object(content));
  }

  static ChainedEntry sealed(Map<String, String> content) {
    return of(content, sha256(CanonicalJson.object(content)));
  }

  static ChainedEntry of(Map<String, String> content, String hash) {
    return new ChainedEntry(
        CanonicalJson.textOf(member(content, "organizationId")),
        number(member(content, "number")),
        CanonicalJson.textOf(member(content, "previousHash")),
        hash,
        new TreeMap<>(content));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("has no whole number", e);
    }
  }

  private static String member(Map<String, String> content, String name) {
    String value = content.get(name);
    if (value == null) {
      throw new IllegalArgumentException("has no " + name);
    }
    return value;
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
