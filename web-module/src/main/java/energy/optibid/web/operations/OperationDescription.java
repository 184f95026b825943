package energy.optibid.web.operations;

import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.ProblemAnswers;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Describes one resource method: parameters, body, answers, and the problems it may answer with.
 */
final class OperationDescription {
  private static final String IF_MATCH = "If-Match";

  private final SchemaCatalog catalog;

  OperationDescription(SchemaCatalog catalog) {
    this.catalog = catalog;
  }

  Operation of(Method method, String group) {
    org.eclipse.microprofile.openapi.annotations.Operation said =
        method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
    Operation operation =
        OASFactory.createOperation()
            .operationId(
                said == null || said.operationId().isEmpty()
                    ? method.getName()
                    : said.operationId())
            .summary(said == null ? method.getName() : said.summary())
            .addTag(group)
            .responses(OASFactory.createAPIResponses());
    if (said != null && !said.description().isEmpty()) {
      operation.description(said.description());
    }
    for (Parameter parameter : method.getParameters()) {
      describe(operation, parameter);
    }
    if (method.isAnnotationPresent(Idempotent.class)) {
      operation.addParameter(
          parameter("Idempotency-Key", In.HEADER, true, catalog.of(String.class))
              .description("8 to 128 characters, new for each thing; repeat it to try again."));
    }
    body(operation, method);
    answers(operation.getResponses(), method);
    problems(operation, method);
    return operation;
  }

  private void describe(Operation operation, Parameter parameter) {
    if (parameter.isAnnotationPresent(BeanParam.class)) {
      for (Field field : parameter.getType().getDeclaredFields()) {
        named(operation, field, field.getGenericType());
      }
    } else {
      named(operation, parameter, parameter.getParameterizedType());
    }
  }

  private void named(Operation operation, AnnotatedElement element, Type type) {
    PathParam path = element.getAnnotation(PathParam.class);
    QueryParam query = element.getAnnotation(QueryParam.class);
    HeaderParam header = element.getAnnotation(HeaderParam.class);
    org.eclipse.microprofile.openapi.models.parameters.Parameter described;
    if (path != null) {
      described = parameter(path.value(), In.PATH, true, catalog.of(type));
    } else if (query != null) {
      described = parameter(query.value(), In.QUERY, false, catalog.of(type));
    } else if (header != null) {
      boolean conditional = header.value().equals(IF_MATCH);
      described = parameter(header.value(), In.HEADER, conditional, catalog.of(type));
      if (conditional) {
        described.description("The ETag of the version that is being changed.");
      }
    } else {
      return;
    }
    org.eclipse.microprofile.openapi.annotations.parameters.Parameter said =
        element.getAnnotation(
            org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
    if (said != null) {
      if (!said.description().isEmpty()) {
        described.description(said.description());
      }
      if (said.required()) {
        described.required(true);
      }
    }
    operation.addParameter(described);
  }

  private void body(Operation operation, Method method) {
    RequestBody said = method.getAnnotation(RequestBody.class);
    if (said != null) {
      org.eclipse.microprofile.openapi.models.media.Content shapes = OASFactory.createContent();
      for (Content content : said.content()) {
        shapes.addMediaType(
            content.mediaType(), OASFactory.createMediaType().schema(schema(content)));
      }
      operation.requestBody(
          OASFactory.createRequestBody().required(said.required()).content(shapes));
      return;
    }
    for (Parameter parameter : method.getParameters()) {
      if (parameter.getAnnotations().length > 0) {
        continue;
      }
      if (parameter.getType().isRecord()) {
        operation.requestBody(
            required(MediaType.APPLICATION_JSON, catalog.of(parameter.getParameterizedType())));
      } else if (parameter.getType() == String.class) {
        operation.requestBody(
            required(
                method.getAnnotation(Consumes.class).value()[0], catalog.of(parameter.getType())));
      }
    }
  }

  private static org.eclipse.microprofile.openapi.models.parameters.RequestBody required(
      String mediaType, Schema schema) {
    return OASFactory.createRequestBody().required(true).content(content(mediaType, schema));
  }

  private void answers(APIResponses answers, Method method) {
    for (APIResponseSchema shape : method.getAnnotationsByType(APIResponseSchema.class)) {
      add(answers, shape.responseCode(), shape.responseDescription(), catalog.of(shape.value()));
    }
    for (APIResponse said : said(method)) {
      if (!said.responseCode().isEmpty() && answers.getAPIResponse(said.responseCode()) == null) {
        Schema schema = said.content().length == 0 ? null : schema(said.content()[0]);
        add(answers, said.responseCode(), said.description(), schema);
        if (isFile(said)) {
          answers.getAPIResponse(said.responseCode()).content(files(said));
        }
      }
    }
    Class<?> type = method.getReturnType();
    if (answers.getAPIResponses().isEmpty() && type != Response.class) {
      boolean empty = type == void.class;
      Schema schema = empty ? null : catalog.of(method.getGenericReturnType());
      add(answers, empty ? "204" : "200", "", schema);
    }
  }

  /** What a method says of its answers, then what its class says of those of all its methods. */
  static List<APIResponse> said(Method method) {
    List<APIResponse> said =
        new ArrayList<>(List.of(method.getAnnotationsByType(APIResponse.class)));
    said.addAll(List.of(method.getDeclaringClass().getAnnotationsByType(APIResponse.class)));
    return said;
  }

  private static boolean isFile(APIResponse said) {
    return Arrays.stream(said.content())
        .anyMatch(content -> content.schema().type() == SchemaType.STRING);
  }

  /** An answer in several media types, none of them JSON. */
  private static org.eclipse.microprofile.openapi.models.media.Content files(APIResponse said) {
    org.eclipse.microprofile.openapi.models.media.Content files = OASFactory.createContent();
    for (Content content : said.content()) {
      Schema schema = OASFactory.createSchema().type(Schema.SchemaType.STRING);
      String format = content.schema().format();
      files.addMediaType(
          content.mediaType(),
          OASFactory.createMediaType().schema(format.isEmpty() ? schema : schema.format(format)));
    }
    return files;
  }

  private void add(
      APIResponses answers,
      String code,
      String description,
      @org.jspecify.annotations.Nullable Schema schema) {
    org.eclipse.microprofile.openapi.models.responses.APIResponse answer =
        OASFactory.createAPIResponse().description(description.isEmpty() ? "Done" : description);
    if (schema != null) {
      answer.content(content(MediaType.APPLICATION_JSON, schema));
    }
    answers.addAPIResponse(code.isEmpty() ? "200" : code, answer);
  }

  private void problems(Operation operation, Method method) {
    List<String> codes = new ArrayList<>(List.of("400"));
    RolesAllowed roles = rolesOf(method);
    if (!method.isAnnotationPresent(PermitAll.class)) {
      codes.add("401");
      operation.addSecurityRequirement(
          OASFactory.createSecurityRequirement().addScheme(ApiDescription.BEARER));
    }
    if (roles != null) {
      codes.add("403");
      operation.addExtension("x-permission", String.join(" ", roles.value()));
    }
    List<org.eclipse.microprofile.openapi.models.parameters.Parameter> parameters =
        operation.getParameters() == null ? List.of() : operation.getParameters();
    if (parameters.stream().anyMatch(p -> p.getIn() == In.PATH)) {
      codes.add("404");
    }
    if (parameters.stream().anyMatch(p -> p.getName().equals(IF_MATCH))) {
      codes.addAll(List.of("409", "412", "428"));
    }
    if (operation.getRequestBody() != null) {
      codes.addAll(List.of("413", "415", "422"));
    }
    codes.add("default");
    for (String code : codes) {
      if (operation.getResponses().getAPIResponse(code) == null) {
        operation
            .getResponses()
            .addAPIResponse(
                code,
                OASFactory.createAPIResponse()
                    .description("Problem")
                    .content(
                        content(ProblemAnswers.MEDIA_TYPE, SchemaCatalog.reference("Problem"))));
      }
    }
  }

  /** Who may call it: said on the method, else on its class; null for any signed-in caller. */
  static @org.jspecify.annotations.Nullable RolesAllowed rolesOf(Method method) {
    RolesAllowed own = method.getAnnotation(RolesAllowed.class);
    boolean open = method.isAnnotationPresent(PermitAll.class);
    return own == null && !open
        ? method.getDeclaringClass().getAnnotation(RolesAllowed.class)
        : own;
  }

  private Schema schema(Content content) {
    Class<?> shape = content.schema().implementation();
    return shape == Void.class
        ? OASFactory.createSchema().type(Schema.SchemaType.OBJECT)
        : catalog.of(shape);
  }

  private static org.eclipse.microprofile.openapi.models.media.Content content(
      String mediaType, Schema schema) {
    return OASFactory.createContent()
        .addMediaType(
            mediaType.isEmpty() ? MediaType.APPLICATION_JSON : mediaType,
            OASFactory.createMediaType().schema(schema));
  }

  private static org.eclipse.microprofile.openapi.models.parameters.Parameter parameter(
      String name, In in, boolean required, Schema schema) {
    return OASFactory.createParameter().name(name).in(in).required(required).schema(schema);
  }
}
