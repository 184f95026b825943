package energy.optibid.web.notification;

import energy.optibid.identity.Permissions;
import energy.optibid.notification.AlertRule;
import energy.optibid.notification.AlertRuleInput;
import energy.optibid.notification.AlertRules;
import energy.optibid.shared.Page;
import energy.optibid.shared.Tenancy;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.IfMatch;
import energy.optibid.web.shared.Paging;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own rules. */
@Path("/alert-rules")
@ApplicationScoped
@RolesAllowed(Permissions.NOTIFICATIONS_OWN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications")
public class AlertRuleResource {
  private final AlertRules rules;
  private final IdempotentAnswers answers;

  @Inject
  public AlertRuleResource(AlertRules rules, IdempotentAnswers answers) {
    this.rules = rules;
    this.answers = answers;
  }

  @GET
  @Operation(operationId = "listAlertRules", summary = "Own rules")
  public Page<AlertRule> list(@BeanParam Paging paging) {
    Tenancy.require();
    return rules.list(paging.cursor(), paging.limit());
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "createAlertRule", summary = "Add a rule")
  @APIResponseSchema(value = AlertRule.class, responseCode = "201")
  public Response create(AlertRuleInput input) {
    Tenancy.require();
    return answers.once(
        () -> {
          AlertRule rule = rules.create(input);
          return Reply.created("/alert-rules/" + rule.id(), rule).version(rule.version());
        });
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getAlertRule", summary = "One rule")
  @APIResponseSchema(value = AlertRule.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Tenancy.require();
    return answer(rules.require(id));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "replaceAlertRule", summary = "Replace every property of a rule")
  @APIResponseSchema(value = AlertRule.class, responseCode = "200")
  public Response replace(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      AlertRuleInput input) {
    return answer(rules.replace(id, seen(id, ifMatch), input));
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "deleteAlertRule", summary = "Delete a rule")
  @APIResponse(responseCode = "204", description = "It is gone; what it told stays.")
  public void delete(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    rules.delete(id, seen(id, ifMatch));
  }

  private long seen(UUID id, @Nullable String ifMatch) {
    Tenancy.require();
    long version = rules.require(id).version();
    IfMatch.require(ifMatch, version);
    return version;
  }

  private static Response answer(AlertRule rule) {
    return Reply.ok(rule).version(rule.version()).response();
  }
}
