package energy.optibid.web.shared;

import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Bodies have a largest size: 1 MiB, and 64 MiB for multipart; told or not, it is counted. */
public class BodyLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final long MEBIBYTE = 1024 * 1024;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String type = request.getContentType();
    boolean multipart = type != null && type.startsWith("multipart/");
    long limit = multipart ? 64 * MEBIBYTE : MEBIBYTE;
    if (request.getContentLengthLong() > limit) {
      response.setHeader("Connection", "close");
      ProblemAnswers.send(request, response, ProblemCode.TOO_LARGE, sentence(limit));
      return;
    }
    chain.doFilter(new Limited(request, limit), response);
  }

  private static String sentence(long limit) {
    return "A body may have at most %d MiB here.".formatted(limit / MEBIBYTE);
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final long limit;

    Limited(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream(), limit);
    }
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream in;
    private final long limit;
    private long seen;

    Counted(ServletInputStream in, long limit) {
      this.in = in;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int bytes) {
      seen += bytes;
      if (seen > limit) {
        throw new ProblemException(ProblemCode.TOO_LARGE, sentence(limit));
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
