package energy.optibid.web.files;

import energy.optibid.files.ByteRange;
import energy.optibid.files.FileContent;
import energy.optibid.files.FileHeaders;
import energy.optibid.files.StoredFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Content as an answer: an attachment, of a type that nothing runs. */
@ApplicationScoped
public class FileAnswers {
  private final HttpServletRequest request;

  /**
   * @param request the container's proxy: always the request of the calling thread
   */
  @Inject
  public FileAnswers(HttpServletRequest request) {
    this.request = request;
  }

  /** Strong: the digest of the content. */
  static String etag(StoredFile file) {
    return "\"" + file.sha256() + "\"";
  }

  /** Whether an {@code If-None-Match} names the content. */
  static boolean isKnown(@Nullable String ifNoneMatch, StoredFile file) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(String::strip)
            .anyMatch(tag -> tag.equals("*") || tag.replaceFirst("^W/", "").equals(etag(file)));
  }

  static Response unchanged(StoredFile file) {
    return Response.notModified().header(HttpHeaders.ETAG, etag(file)).build();
  }

  Response whole(FileContent content) {
    return answer(Response.ok(), content, content.file().size());
  }

  Response piece(FileContent content, ByteRange range) {
    return answer(
        Response.status(Response.Status.PARTIAL_CONTENT)
            .header(
                "Content-Range",
                "bytes %d-%d/%d".formatted(range.first(), range.last(), content.file().size())),
        content,
        range.length());
  }

  private Response answer(Response.ResponseBuilder builder, FileContent content, long length) {
    StoredFile file = content.file();
    if (request.getMethod().equals("HEAD")) {
      close(content.content());
    } else {
      StreamingOutput body =
          out -> {
            try (InputStream in = content.content()) {
              in.transferTo(out);
            }
          };
      builder.entity(body);
    }
    return builder
        .type(FileHeaders.servedType(file.mediaType()))
        .header(HttpHeaders.CONTENT_LENGTH, length)
        .header(HttpHeaders.CONTENT_DISPOSITION, FileHeaders.disposition(file.name()))
        .header(HttpHeaders.ETAG, etag(file))
        .header("Accept-Ranges", "bytes")
        .header("Content-Security-Policy", "sandbox")
        .build();
  }

  private static void close(InputStream content) {
    try {
      content.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
