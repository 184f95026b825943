package energy.optibid.web.gateway;

import energy.optibid.gateway.ConnectionFault;
import energy.optibid.gateway.ConnectionTest;
import energy.optibid.gateway.ExchangeConnection;
import energy.optibid.gateway.ExchangeConnectionInput;
import energy.optibid.gateway.ExchangeConnections;
import energy.optibid.identity.Permissions;
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

/** The organisation's ways to real exchanges. */
@Path("/exchange-connections")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "connections")
public class ExchangeConnectionResource {
  private final ExchangeConnections connections;
  private final IdempotentAnswers answers;

  @Inject
  public ExchangeConnectionResource(ExchangeConnections connections, IdempotentAnswers answers) {
    this.connections = connections;
    this.answers = answers;
  }

  @GET
  @RolesAllowed(Permissions.CONNECTIONS_READ)
  @Operation(operationId = "listExchangeConnections", summary = "Connections and how they are")
  public Page<ExchangeConnection> list(@BeanParam Paging paging) {
    Tenancy.require();
    return connections.list(paging.cursor(), paging.limit());
  }

  @POST
  @Idempotent
  @RolesAllowed(Permissions.CONNECTIONS_WRITE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createExchangeConnection",
      summary = "Connect to an exchange",
      description = "One connection per market operator. The secret is never shown again.")
  @APIResponseSchema(value = ExchangeConnection.class, responseCode = "201")
  public Response create(ExchangeConnectionInput input) {
    Tenancy.require();
    return answers.once(
        () -> {
          ExchangeConnection made = connections.create(input);
          return Reply.created("/exchange-connections/" + made.id(), made).version(made.version());
        });
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.CONNECTIONS_READ)
  @Operation(operationId = "getExchangeConnection", summary = "One connection")
  @APIResponseSchema(value = ExchangeConnection.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Tenancy.require();
    return answer(connections.require(id));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Permissions.CONNECTIONS_WRITE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "replaceExchangeConnection",
      summary = "Change every property of a connection",
      description = "A secret that is left out stays as it is.")
  @APIResponseSchema(value = ExchangeConnection.class, responseCode = "200")
  public Response replace(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      ExchangeConnectionInput input) {
    return answer(connections.replace(id, seen(id, ifMatch), input));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Permissions.CONNECTIONS_WRITE)
  @Operation(operationId = "deleteExchangeConnection", summary = "Delete a connection")
  @APIResponse(responseCode = "204", description = "It is gone; it was never used.")
  public void delete(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    connections.delete(id, seen(id, ifMatch));
  }

  @POST
  @Path("/{id}/test")
  @RolesAllowed(Permissions.CONNECTIONS_WRITE)
  @Operation(
      operationId = "testExchangeConnection",
      summary = "Ask the exchange for something that does nothing there")
  public ConnectionTest test(@PathParam("id") UUID id) {
    Tenancy.require();
    return connections.test(id);
  }

  @GET
  @Path("/{id}/faults")
  @RolesAllowed(Permissions.CONNECTIONS_READ)
  @Operation(
      operationId = "listConnectionFaults",
      summary = "What people have to look at, newest first")
  public Page<ConnectionFault> faults(@PathParam("id") UUID id, @BeanParam Paging paging) {
    Tenancy.require();
    return connections.faults(id, paging.cursor(), paging.limit());
  }

  private long seen(UUID id, @Nullable String ifMatch) {
    Tenancy.require();
    long version = connections.require(id).version();
    IfMatch.require(ifMatch, version);
    return version;
  }

  private static Response answer(ExchangeConnection connection) {
    return Reply.ok(connection).version(connection.version()).response();
  }
}
