package energy.optibid.it.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A watcher that opens its socket, subscribes, and then reads nothing any more. */
final class StoppedReader implements AutoCloseable {
  private static final int SMALLEST_WINDOW = 4 * 1024;

  private final Socket socket = new Socket();

  private StoppedReader() {}

  static StoppedReader open(String token, Iterable<String> channels) throws IOException {
    StoppedReader reader = new StoppedReader();
    URI url = URI.create(Api.url());
    reader.socket.setReceiveBufferSize(SMALLEST_WINDOW);
    reader.socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), 10_000);
    reader.write(
        """
        GET /ws HTTP/1.1\r
        Host: %s\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: %s\r
        Sec-WebSocket-Protocol: bearer, %s\r
        \r
        """
            .formatted(url.getAuthority(), Base64.getEncoder().encodeToString(new byte[16]), token)
            .getBytes(StandardCharsets.US_ASCII));
    String answer = reader.head();
    if (!answer.startsWith("HTTP/1.1 101")) {
      throw new IOException(answer);
    }
    for (String channel : channels) {
      reader.write(text("{\"type\":\"subscribe\",\"channel\":\"" + channel + "\"}"));
    }
    return reader;
  }

  private void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  private String head() throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int read = in.read();
      if (read < 0) {
        break;
      }
      head.append((char) read);
    }
    return head.toString();
  }

  /** A short text frame masked by zeros, as RFC 6455 has clients mask. */
  private static byte[] text(String message) {
    byte[] payload = message.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(0x81);
    frame.write(0x80 | payload.length);
    frame.writeBytes(new byte[4]);
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
