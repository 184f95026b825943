package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.it.system.Api.Answer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files over the wire: in, out, in pieces, by link, and gone. */
@Tag("system")
class FilesIT {
  private final Api owner = Api.as("owner@demo");
  private final Api viewer = Api.as("viewer@demo");

  private JsonObject stored(String name, String content) {
    return UploadedFile.send(owner, name, content).expect(201).json();
  }

  private static String path(JsonObject file) {
    return "/api/v1/files/" + file.getString("id");
  }

  @Test
  void aFile_isGivenAsAnAttachment_inFullAndInPieces() {
    JsonObject file = stored("a b.txt", "0123456789");
    assertEquals("text/plain", file.getString("mediaType"));
    assertEquals("contract", file.getString("purpose"));
    assertEquals("available", file.getString("state"));
    Answer whole = owner.get(path(file) + "/content").expect(200);
    assertEquals("0123456789", whole.body());
    assertEquals("10", whole.header("Content-Length"));
    assertEquals("nosniff", whole.header("X-Content-Type-Options"));
    assertTrue(whole.response().headers().allValues("Content-Security-Policy").contains("sandbox"));
    assertEquals(
        "attachment; filename=\"a b.txt\"; filename*=UTF-8''a%20b.txt",
        whole.header("Content-Disposition"));
    String etag = whole.header("ETag");

    Answer piece = piece(file, "bytes=2-4", null);
    assertEquals("234", piece.expect(206).body());
    assertEquals("bytes 2-4/10", piece.header("Content-Range"));
    assertEquals("234", piece(file, "bytes=2-4", etag).expect(206).body());
    piece(file, "bytes=2-4", "\"other\"").expect(200);
    assertEquals("bytes */10", piece(file, "bytes=10-", null).expect(416).header("Content-Range"));
    owner.call("GET", path(file) + "/content", null, "If-None-Match", etag).expect(304);
    assertEquals("", owner.call("HEAD", path(file) + "/content", null).expect(200).body());
    owner.call("DELETE", path(file), null).expect(204);
    owner.get(path(file) + "/content").expect(404);
  }

  private Answer piece(JsonObject file, String range, @Nullable String ifRange) {
    return ifRange == null
        ? owner.call("GET", path(file) + "/content", null, "Range", range)
        : owner.call("GET", path(file) + "/content", null, "Range", range, "If-Range", ifRange);
  }

  @Test
  void aRepeatedUpload_isDoneOnce() {
    String key = Api.unique() + "-once";
    String id = UploadedFile.send(owner, "x.txt", "once", key).expect(201).json().getString("id");
    assertEquals(
        id, UploadedFile.send(owner, "x.txt", "once", key).expect(201).json().getString("id"));
    owner.get("/api/v1/files/" + id + "/content").expect(200);
    UploadedFile.send(owner, "x.txt", "else", key).expect(422);
  }

  @Test
  void aLink_worksWithoutSigningIn() throws Exception {
    JsonObject file = stored("x.txt", "linked");
    JsonObject link = owner.post(path(file) + "/links", "{\"minutes\":1}").expect(200).json();
    URI url = URI.create(Api.url()).resolve(link.getString("url"));
    assertEquals("linked", get(url).body());
    owner.call("DELETE", path(file), null).expect(204);
    assertEquals(404, get(url).statusCode());
    owner.post(path(file) + "/links", "{\"minutes\":1}").expect(404);
  }

  /** Of this server, or of the object store. */
  private static HttpResponse<String> get(URI url) throws IOException, InterruptedException {
    return Api.client().send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
  }

  @Test
  void whatIsWrong_isNamed_allAtOnce() {
    Answer answer =
        owner.call(
            "POST",
            "/api/v1/files",
            UploadedFile.part("purpose", "", "fun")
                + UploadedFile.part("x", "", "y")
                + "--parts--\r\n",
            "Idempotency-Key",
            Api.unique() + "-wrong",
            "Content-Type",
            UploadedFile.TYPE);
    Set<String> fields = new TreeSet<>();
    answer
        .expect(422)
        .json()
        .getJsonArray("errors")
        .forEach(error -> fields.add(error.asJsonObject().getString("field")));
    assertEquals(Set.of("/file", "/purpose", "/x"), fields);
    UploadedFile.send(owner, "x.pdf", "<html><script>").expect(422);
    UploadedFile.send(viewer, "x.txt", "x").expect(403);
    viewer.get("/api/v1/files").expect(403);
  }
}
