package energy.optibid.launcher.api;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A {@code multipart/form-data} body (RFC 7578); files are streamed from disk. */
final class MultipartForm {
  private static final String NEW_LINE = "\r\n";

  private final String boundary = "optibid-" + UUID.randomUUID();
  private final List<BodyPublisher> parts = new ArrayList<>();

  MultipartForm field(String name, String value) {
    text(
        "--%s%sContent-Disposition: form-data; name=\"%s\"%s%s%s%s"
            .formatted(boundary, NEW_LINE, name, NEW_LINE, NEW_LINE, value, NEW_LINE));
    return this;
  }

  MultipartForm file(String name, Path file) {
    text(
        "--%s%sContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"%sContent-Type: application/octet-stream%s%s"
            .formatted(
                boundary,
                NEW_LINE,
                name,
                String.valueOf(file.getFileName()).replace("\"", "%22"),
                NEW_LINE,
                NEW_LINE,
                NEW_LINE));
    try {
      parts.add(BodyPublishers.ofFile(file));
    } catch (FileNotFoundException e) {
      throw new IllegalArgumentException(file + " cannot be read", e);
    }
    text(NEW_LINE);
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher body() {
    text("--" + boundary + "--" + NEW_LINE);
    return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
  }

  private void text(String text) {
    parts.add(BodyPublishers.ofString(text, StandardCharsets.UTF_8));
  }
}
