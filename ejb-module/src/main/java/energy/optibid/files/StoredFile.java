package energy.optibid.files;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of the caller's organisation.
 *
 * @param name as its sender calls it, without path and control characters
 * @param mediaType what its content is, found by looking at it
 * @param size bytes
 * @param sha256 of the content, hexadecimal
 * @param rejection what was found in a rejected one
 */
public record StoredFile(
    UUID id,
    String name,
    String mediaType,
    long size,
    String sha256,
    FileState state,
    FilePurpose purpose,
    @Nullable String rejection,
    Uploader uploadedBy,
    Instant uploadedAt) {

  /**
   * @param name as others see it
   */
  public record Uploader(UUID id, String name) {}
}
