package energy.optibid.files.adapter;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Speaks to ClamAV's daemon (clamd(8)): commands end with a zero byte, content goes in chunks
 * behind their length (INSTREAM), the answer is one line.
 */
final class Clamd {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int ANSWER_MILLIS = 30_000;
  private static final int PING_MILLIS = 3_000;
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_ANSWER = 4_096;
  private static final String CLEAN = "stream: OK";
  private static final String FOUND = " FOUND";
  private static final String STREAM = "stream: ";

  private final ClamdSettings settings;

  Clamd(ClamdSettings settings) {
    this.settings = settings;
  }

  /** Asks whether it is there. */
  void ping() throws IOException {
    try (Socket socket = connect(PING_MILLIS)) {
      socket.getOutputStream().write(command("PING"));
      String answer = answer(socket);
      if (!answer.equals("PONG")) {
        throw new IOException("clamd answers a ping in another way");
      }
    }
  }

  /**
   * Name of what is in the file.
   *
   * @return empty for a clean file
   * @throws IOException when it does not say either
   */
  Optional<String> scan(Path file) throws IOException {
    try (Socket socket = connect(ANSWER_MILLIS)) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write(command("INSTREAM"));
      try (InputStream content = Files.newInputStream(file)) {
        for (byte[] chunk = content.readNBytes(CHUNK);
            chunk.length > 0;
            chunk = content.readNBytes(CHUNK)) {
          out.writeInt(chunk.length);
          out.write(chunk);
        }
      }
      out.writeInt(0);
      out.flush();
      return verdict(answer(socket));
    }
  }

  private static Optional<String> verdict(String answer) throws IOException {
    if (answer.equals(CLEAN)) {
      return Optional.empty();
    }
    if (answer.startsWith(STREAM) && answer.endsWith(FOUND)) {
      return Optional.of(answer.substring(STREAM.length(), answer.length() - FOUND.length()));
    }
    throw new IOException("clamd could not scan: " + answer);
  }

  private Socket connect(int patience) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT_MILLIS);
      socket.setSoTimeout(patience);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static byte[] command(String name) {
    return ("z" + name + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  private static String answer(Socket socket) throws IOException {
    byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
    return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
  }
}
