package energy.optibid.web.settlement;

import energy.optibid.engine.settlement.LineKind;
import energy.optibid.identity.Permissions;
import energy.optibid.settlement.LineOrigin;
import energy.optibid.settlement.SettledDeviation;
import energy.optibid.settlement.SettledLine;
import energy.optibid.settlement.Statement;
import energy.optibid.settlement.StatementDay;
import energy.optibid.settlement.StatementRequest;
import energy.optibid.settlement.Statements;
import energy.optibid.settlement.Statements.LineQuery;
import energy.optibid.shared.Page;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Statements of a day or a month. */
@Path("/statements")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlement", description = "Statements, their inputs, comparisons and disputes")
public class StatementResource {
  private final Statements statements;
  private final IdempotentAnswers answers;

  @Inject
  public StatementResource(Statements statements, IdempotentAnswers answers) {
    this.statements = statements;
    this.answers = answers;
  }

  @GET
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(
      operationId = "listStatements",
      summary = "Statements, newest first",
      description = "Of one simulated exchange, or with reality=true of real markets only.")
  public Page<Statement> list(
      @QueryParam("exchangeId") @Nullable UUID exchangeId,
      @QueryParam("reality") @DefaultValue("false") boolean reality,
      @BeanParam Paging paging) {
    return statements.list(exchangeId, reality, paging.cursor(), paging.limit());
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.SETTLEMENT_WRITE)
  @Operation(
      operationId = "createStatement",
      summary = "Calculate a statement of 1 to 31 delivery days",
      description =
          "A job calculates it; a span that has a statement gets its next revision and keeps the"
              + " earlier ones. Without an exchange it is of reality.")
  @APIResponseSchema(value = Statement.class, responseCode = "202")
  public Response create(StatementRequest request) {
    return answers.once(
        () -> {
          Statement asked = statements.create(request);
          return Reply.accepted("/statements/" + asked.id(), asked).version(asked.version());
        });
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(operationId = "getStatement", summary = "A statement's sums by asset and kind")
  @APIResponseSchema(value = Statement.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    return answer(statements.require(id));
  }

  @POST
  @Path("/{id}/finish")
  @RolesAllowed(Permissions.SETTLEMENT_WRITE)
  @Operation(
      operationId = "finishStatement",
      summary = "Make a provisional statement final",
      description =
          "Refused while a block lacks an input, or when an exchange has awarded otherwise since. One"
              + " of real markets settles the auctions that delivered in its days.")
  @APIResponseSchema(value = Statement.class, responseCode = "200")
  public Response finish(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    Statement now = statements.require(id);
    IfMatch.require(ifMatch, now.version());
    return answer(statements.finish(id, now.version()));
  }

  @GET
  @Path("/{id}/days")
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(operationId = "listStatementDays", summary = "Sums of each asset and day")
  public Page<StatementDay> days(
      @PathParam("id") UUID id,
      @QueryParam("assetId") @Nullable UUID assetId,
      @BeanParam Paging paging) {
    return statements.days(id, assetId, paging.cursor(), paging.limit());
  }

  @GET
  @Path("/{id}/lines")
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(
      operationId = "listStatementLines",
      summary = "Lines of an asset's day",
      description =
          "Trades buy-positive, deviations injection-positive, amounts receiving-positive. Each"
              + " line is rounded once, half-even to the currency's smallest unit.")
  public Page<SettledLine> lines(
      @PathParam("id") UUID id,
      @QueryParam("assetId") @Parameter(required = true) @Nullable UUID assetId,
      @QueryParam("day") @Parameter(required = true) @Nullable LocalDate day,
      @QueryParam("block") @Nullable Integer block,
      @QueryParam("kind") @Nullable LineKind kind,
      @BeanParam Paging paging) {
    if (assetId == null || day == null) {
      throw new Required().parameter("assetId", assetId).parameter("day", day).refusal();
    }
    return statements.lines(
        id, new LineQuery(assetId, day, block, kind), paging.cursor(), paging.limit());
  }

  @GET
  @Path("/{id}/origin")
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(
      operationId = "getLineOrigin",
      summary = "Where one line's figure comes from",
      description =
          "Its formula, the block's schedule and meter, and every dated figure of the rule pack"
              + " with its source and confidence.")
  public LineOrigin origin(
      @PathParam("id") UUID id,
      @QueryParam("assetId") @Parameter(required = true) @Nullable UUID assetId,
      @QueryParam("day") @Parameter(required = true) @Nullable LocalDate day,
      @QueryParam("number") @Parameter(required = true) @Nullable Integer number) {
    if (assetId == null || day == null || number == null) {
      throw new Required()
          .parameter("assetId", assetId)
          .parameter("day", day)
          .parameter("number", number)
          .refusal();
    }
    return statements.origin(id, assetId, day, number);
  }

  @GET
  @Path("/{id}/deviations")
  @RolesAllowed(Permissions.SETTLEMENT_READ)
  @Operation(
      operationId = "listStatementDeviations",
      summary = "Schedule, meter, deviation and band of each block of an asset's day")
  public Page<SettledDeviation> deviations(
      @PathParam("id") UUID id,
      @QueryParam("assetId") @Parameter(required = true) @Nullable UUID assetId,
      @QueryParam("day") @Parameter(required = true) @Nullable LocalDate day) {
    if (assetId == null || day == null) {
      throw new Required().parameter("assetId", assetId).parameter("day", day).refusal();
    }
    return new Page<>(statements.deviations(id, assetId, day), null);
  }

  private static Response answer(Statement statement) {
    return Reply.ok(statement).version(statement.version()).response();
  }
}
