package energy.optibid.web.shared;

import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method that takes a record or the parts of a form has them: a request with neither body nor
 * content type, of which Jersey makes null, is answered as malformed. A parameter that is
 * {@code @Nullable} may be left out.
 */
@Provider
public class RequiredBodies implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    if (Arrays.stream(resource.getResourceMethod().getParameters())
        .anyMatch(RequiredBodies::isRequired)) {
      context.register(Refusal.class);
    }
  }

  private static boolean isRequired(Parameter parameter) {
    boolean body =
        parameter.getType().isRecord()
            || (parameter.getType() == List.class && parameter.getAnnotations().length == 0);
    return body && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Refuses a request without a body. */
  static final class Refusal implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      if (!request.hasEntity()) {
        throw new ProblemException(
            ProblemCode.MALFORMED_REQUEST,
            "This request says what it means in its body, and there is none.");
      }
    }
  }
}
