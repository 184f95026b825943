package energy.optibid.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request from 203.0.113.7 on its way through a filter, and what became of it. */
final class ServletCall {
  final Map<String, String> headers = new HashMap<>();
  final HttpServletRequest request;
  final HttpServletResponse response = response();
  final FilterChain chain = (request, response) -> passed = true;
  boolean passed;
  int status;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  ServletCall(String method, String path, @Nullable String type) {
    request =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                ServletCall.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) ->
                    switch (called.getName()) {
                      case "getMethod" -> method;
                      case "getRequestURI" -> path;
                      case "getContentType" -> type;
                      case "getRemoteAddr" -> "203.0.113.7";
                      case "getHeaders" -> Collections.emptyEnumeration();
                      default -> null;
                    });
  }

  /** What was answered. */
  String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            ServletCall.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, called, arguments) -> {
              switch (called.getName()) {
                case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "setStatus" -> status = (Integer) arguments[0];
                case "getOutputStream" -> {
                  return new Written(body);
                }
                default -> {}
              }
              return null;
            });
  }

  private static final class Written extends ServletOutputStream {
    private final ByteArrayOutputStream bytes;

    Written(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int value) {
      bytes.write(value);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {}
  }
}
