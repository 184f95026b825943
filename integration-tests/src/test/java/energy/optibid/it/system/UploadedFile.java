package energy.optibid.it.system;

import energy.optibid.it.system.Api.Answer;

/** A file as a browser sends it. */
final class UploadedFile {
  static final String TYPE = "multipart/form-data; boundary=parts";

  private UploadedFile() {}

  static Answer send(Api api, String name, String content) {
    return send(api, name, content, Api.unique() + "-key");
  }

  static Answer send(Api api, String name, String content, String key) {
    return api.call(
        "POST", "/api/v1/files", form(name, content), "Idempotency-Key", key, "Content-Type", TYPE);
  }

  static String form(String name, String content) {
    return part("purpose", "", "contract")
        + part("file", "; filename=\"" + name + "\"", content)
        + "--parts--\r\n";
  }

  static String part(String field, String more, String content) {
    return "--parts\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
        .formatted(field, more, content);
  }
}
