package energy.optibid.web.operations;

import energy.optibid.web.shared.ApiApplication;
import energy.optibid.web.shared.Problem;
import energy.optibid.web.shared.ProblemAnswers;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASModelReader;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Describes the API at {@code /openapi}, from the resources and records themselves.
 *
 * <p>The server's own scan is off: it does not know our rules of JSON (nullness, words of
 * enumerations, names) nor what a page, an idempotent or a conditional call is.
 */
public class ApiDescription implements OASModelReader {
  static final String BEARER = "bearer";

  @Override
  public OpenAPI buildModel() {
    SchemaCatalog catalog = new SchemaCatalog();
    catalog.of(Problem.class);
    OperationDescription operations = new OperationDescription(catalog);
    OpenAPI api =
        OASFactory.createOpenAPI()
            .openapi("3.0.3")
            .info(
                OASFactory.createInfo()
                    .title("OptiBid")
                    .version("1")
                    .description(
                        "Energy bidding: order books in, own bids, auctions cleared, awards and"
                            + " money. Errors are RFC 9457 problems, explained at "
                            + ProblemAnswers.EXPLANATIONS
                            + ". Live events come by WebSocket at /ws."))
            .addServer(OASFactory.createServer().url("/"))
            .paths(OASFactory.createPaths())
            .components(
                OASFactory.createComponents()
                    .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .bearerFormat("JWT")
                            .description("access_token of POST /api/v1/auth/login")));
    Map<String, PathItem> paths = new TreeMap<>();
    for (Class<?> resource : ResourceClasses.all()) {
      describe(api, paths, resource, operations);
    }
    paths.forEach((path, item) -> api.getPaths().addPathItem(path, item));
    RateLimitDescription.addTo(api);
    catalog.schemas().forEach((name, schema) -> api.getComponents().addSchema(name, schema));
    return api;
  }

  private static void describe(
      OpenAPI api,
      Map<String, PathItem> paths,
      Class<?> resource,
      OperationDescription operations) {
    Tag tag = resource.getAnnotation(Tag.class);
    String group = tag == null ? resource.getSimpleName() : tag.name();
    boolean known =
        api.getTags() != null && api.getTags().stream().anyMatch(t -> t.getName().equals(group));
    if (!known) {
      api.addTag(
          OASFactory.createTag().name(group).description(tag == null ? "" : tag.description()));
    }
    List<Method> methods =
        Arrays.stream(resource.getDeclaredMethods())
            .sorted(Comparator.comparing(Method::getName))
            .toList();
    for (Method method : methods) {
      for (Annotation annotation : method.getAnnotations()) {
        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (verb != null) {
          paths
              .computeIfAbsent(path(resource, method), path -> OASFactory.createPathItem())
              .setOperation(
                  PathItem.HttpMethod.valueOf(verb.value()), operations.of(method, group));
        }
      }
    }
  }

  private static String path(Class<?> resource, Method method) {
    Path above = resource.getAnnotation(Path.class);
    Path below = method.getAnnotation(Path.class);
    String joined =
        "/" + (above == null ? "" : above.value()) + "/" + (below == null ? "" : below.value());
    String path = joined.replaceAll("/+", "/").replaceAll("\\{\\s*([^:}]+?)\\s*:[^}]*\\}", "{$1}");
    return ApiApplication.PATH + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }
}
