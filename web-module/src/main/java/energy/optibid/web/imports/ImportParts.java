package energy.optibid.web.imports;

import energy.optibid.engine.rules.PriceDiscovery;
import energy.optibid.imports.Imports;
import energy.optibid.imports.Upload;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the parts of a form say; its files have gone to the upload. */
record ImportParts(
    String format, @Nullable LocalDate deliveryDay, boolean dryRun, PriceDiscovery priceSource) {
  private static final int LONGEST_FIELD = 100;

  static ImportParts read(List<EntityPart> parts, Upload upload) throws IOException {
    String format = null;
    String day = null;
    String dryRun = "";
    String source = "";
    List<Fault> faults = new ArrayList<>();
    for (EntityPart part : parts) {
      switch (part.getName()) {
        case "format" -> format = text(part);
        case "deliveryDay" -> day = text(part);
        case "dryRun" -> dryRun = text(part);
        case "priceSource" -> source = text(part);
        case "files" -> {
          try (InputStream content = part.getContent()) {
            upload.add(part.getFileName().orElse(""), content);
          }
        }
        default -> faults.add(new Fault("/" + part.getName(), "unknown_field", "No such field."));
      }
    }
    if (format == null || format.isEmpty()) {
      faults.add(
          new Fault(
              "/format",
              "required",
              "Say which format: " + String.join(", ", Imports.FORMATS) + "."));
    }
    LocalDate deliveryDay = day == null || day.isEmpty() ? null : date(day, faults);
    if (!List.of("", "true", "false").contains(dryRun)) {
      faults.add(new Fault("/dryRun", "wrong_type", "Must be true or false."));
    }
    Optional<PriceDiscovery> priceSource =
        source.isEmpty() ? Optional.of(PriceDiscovery.EXCHANGE) : PriceDiscovery.ofCode(source);
    if (priceSource.isEmpty()) {
      faults.add(new Fault("/priceSource", "unknown_value", "Must be one of exchange, coupled."));
    }
    if (format == null || !faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED, "The form of the import is not complete.", faults);
    }
    return new ImportParts(format, deliveryDay, dryRun.equals("true"), priceSource.orElseThrow());
  }

  private static String text(EntityPart part) throws IOException {
    try (InputStream content = part.getContent()) {
      return new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8).strip();
    }
  }

  private static @Nullable LocalDate date(String text, List<Fault> faults) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      faults.add(new Fault("/deliveryDay", "wrong_type", "Must be a date YYYY-MM-DD."));
      return null;
    }
  }
}
