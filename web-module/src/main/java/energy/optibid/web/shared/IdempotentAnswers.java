package energy.optibid.web.shared;

import energy.optibid.idempotency.Answer;
import energy.optibid.idempotency.IdempotentCalls;
import energy.optibid.shared.Failpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;

/** Does the work of an {@link Idempotent} call once, in one transaction with its stored answer. */
@ApplicationScoped
public class IdempotentAnswers {
  private final IdempotentCalls calls;
  private final HttpServletRequest request;

  /**
   * @param request the container's proxy: always the request of the calling thread
   */
  @Inject
  public IdempotentAnswers(IdempotentCalls calls, HttpServletRequest request) {
    this.calls = calls;
    this.request = request;
  }

  /**
   * Answers with what {@code work} makes, or, when this key was used before with the same request,
   * with the stored answer: same status, body and headers. When {@code work} throws, nothing is
   * stored and the change is rolled back.
   */
  public Response once(Supplier<Reply> work) {
    return once("", work);
  }

  /**
   * The same for a body that is not part of the request's own fingerprint (multipart).
   *
   * @param content what tells one body from another, for example a digest of its files
   */
  public Response once(String content, Supplier<Reply> work) {
    Answer answer =
        calls.once(
            property(IdempotencyFilter.OPERATION),
            property(IdempotencyFilter.KEY),
            property(IdempotencyFilter.FINGERPRINT) + content,
            () -> {
              Reply reply = work.get();
              return new Answer(reply.status(), JsonText.of(reply.body()), reply.headers());
            });
    Failpoint.hit("call.after_commit");
    return Reply.response(answer.status(), answer.bodyJson(), answer.headers());
  }

  /**
   * The same for work that is many transactions and may be repeated without harm: it is done
   * outside of one, and its answer is stored when all of it is done. Of two that run at once both
   * work, and both answer what the first of them stored.
   */
  public Response onceApart(Supplier<Reply> work) {
    Optional<Answer> known =
        calls.find(
            property(IdempotencyFilter.OPERATION),
            property(IdempotencyFilter.KEY),
            property(IdempotencyFilter.FINGERPRINT));
    if (known.isPresent()) {
      Answer answer = known.get();
      return Reply.response(answer.status(), answer.bodyJson(), answer.headers());
    }
    Reply reply = work.get();
    return once(() -> reply);
  }

  private String property(String name) {
    if (request.getAttribute(name) instanceof String value) {
      return value;
    }
    throw new IllegalStateException("The resource method lacks @Idempotent");
  }
}
