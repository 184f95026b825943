package energy.optibid.web.files;

import energy.optibid.files.FilePurpose;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the parts of an upload's form say. */
record FileParts(EntityPart file, FilePurpose purpose) {
  private static final int LONGEST_FIELD = 100;

  /**
   * @throws ProblemException {@code validation_failed} with every fault
   */
  static FileParts read(List<EntityPart> parts) throws IOException {
    List<EntityPart> files = new ArrayList<>();
    String purpose = "document";
    List<Fault> faults = new ArrayList<>();
    for (EntityPart part : parts) {
      switch (part.getName()) {
        case "file" -> files.add(part);
        case "purpose" -> purpose = text(part);
        default -> faults.add(new Fault("/" + part.getName(), "unknown_field", "No such field."));
      }
    }
    if (files.isEmpty()) {
      faults.add(new Fault("/file", "required", "Send a file."));
    }
    if (files.size() > 1) {
      faults.add(new Fault("/file", "too_many", "Send one file at a time."));
    }
    Optional<FilePurpose> known = purpose(purpose);
    if (known.isEmpty()) {
      faults.add(new Fault("/purpose", "unknown_value", "Must be one of " + purposes() + "."));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "The form of the upload is not complete.", faults);
    }
    return new FileParts(files.get(0), known.orElseThrow());
  }

  private static Optional<FilePurpose> purpose(String word) {
    return Arrays.stream(FilePurpose.values())
        .filter(purpose -> word(purpose).equals(word))
        .findFirst();
  }

  private static String purposes() {
    return Arrays.stream(FilePurpose.values())
        .map(FileParts::word)
        .collect(Collectors.joining(", "));
  }

  private static String word(FilePurpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT);
  }

  private static String text(EntityPart part) throws IOException {
    try (InputStream content = part.getContent()) {
      return new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8).strip();
    }
  }
}
