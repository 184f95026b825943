package energy.optibid.web.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.junit.jupiter.api.Test;

/** What every resource method must say about itself, so that the description is complete. */
class ApiDescriptionTest {
  private static List<Method> operations() {
    List<Method> operations = new ArrayList<>();
    for (Class<?> resource : ResourceClasses.all()) {
      for (Method method : resource.getDeclaredMethods()) {
        boolean serves =
            Arrays.stream(method.getAnnotations())
                .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
        if (serves) {
          operations.add(method);
        }
      }
    }
    return operations;
  }

  @Test
  void everyOperation_hasAnIdOfItsOwnAndASummary() {
    Set<String> ids = new HashSet<>();
    for (Method method : operations()) {
      Operation said = method.getAnnotation(Operation.class);
      assertTrue(said != null && !said.summary().isEmpty(), "no summary: " + method);
      assertFalse(said.operationId().isEmpty(), "no operationId: " + method);
      assertTrue(ids.add(said.operationId()), "twice: " + said.operationId());
    }
    assertTrue(ids.size() > 20, "found only " + ids);
  }

  @Test
  void everyOperation_saysWhoMayCallIt() {
    List<String> open =
        operations().stream()
            .filter(method -> OperationDescription.rolesOf(method) == null)
            .filter(method -> !method.isAnnotationPresent(PermitAll.class))
            .map(Method::getName)
            .toList();
    assertEquals(List.of("me"), open, "only me() takes any signed-in caller");
  }

  @Test
  void everyOperation_saysWhatItAnswers() {
    for (Method method : operations()) {
      boolean said =
          method.getReturnType() != jakarta.ws.rs.core.Response.class
              || method.getAnnotationsByType(APIResponseSchema.class).length > 0
              || !OperationDescription.said(method).isEmpty();
      assertTrue(said, "no response schema: " + method);
    }
  }
}
