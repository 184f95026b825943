package energy.optibid.web.shared;

import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A query may only say what its operation reads, and each once: a misspelt filter that is passed
 * over answers another question than the one asked.
 */
@Provider
public class KnownParameters implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    context.register(new Refusal(namesOf(resource.getResourceMethod())));
  }

  /** The query parameters of a resource's method, those in its beans with them. */
  static SortedSet<String> namesOf(Method method) {
    SortedSet<String> names = new TreeSet<>();
    for (Parameter parameter : method.getParameters()) {
      addTo(names, parameter.getAnnotation(QueryParam.class));
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Class<?> bean = parameter.getType(); bean != null; bean = bean.getSuperclass()) {
          for (Field field : bean.getDeclaredFields()) {
            addTo(names, field.getAnnotation(QueryParam.class));
          }
        }
      }
    }
    return names;
  }

  private static void addTo(SortedSet<String> names, @Nullable QueryParam parameter) {
    if (parameter != null) {
      names.add(parameter.value());
    }
  }

  /**
   * What is wrong with a query.
   *
   * @param names its operation reads
   * @param query values by name
   */
  static List<Fault> faults(SortedSet<String> names, Map<String, List<String>> query) {
    List<Fault> faults = new ArrayList<>();
    query.forEach(
        (name, values) -> {
          if (!names.contains(name)) {
            faults.add(new Fault("?" + name, "unknown_parameter", unknown(names)));
          } else if (values.size() > 1) {
            faults.add(new Fault("?" + name, "repeated", "May be given once."));
          }
        });
    return faults;
  }

  private static String unknown(SortedSet<String> names) {
    return names.isEmpty()
        ? "Nothing can be asked for in the query here."
        : "There is no such parameter here; there is " + String.join(", ", names) + ".";
  }

  /** Refuses a query that says more. */
  private record Refusal(SortedSet<String> names) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      List<Fault> faults = faults(names, request.getUriInfo().getQueryParameters());
      if (!faults.isEmpty()) {
        throw new ProblemException(
            ProblemCode.MALFORMED_REQUEST, "A query parameter is wrong.", faults);
      }
    }
  }
}
