package energy.optibid.web.book;

import energy.optibid.book.Contract;
import energy.optibid.book.ContractInput;
import energy.optibid.book.Contracts;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.FileTypes;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Long-term and bilateral contracts. */
@Path("/contracts")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "book")
public class ContractResource {
  private final Contracts contracts;
  private final IdempotentAnswers answers;

  @Inject
  public ContractResource(Contracts contracts, IdempotentAnswers answers) {
    this.contracts = contracts;
    this.answers = answers;
  }

  /** Every version, oldest first. */
  @Schema(name = "ContractVersions")
  public record ContractVersions(List<Contract> items) {}

  @GET
  @RolesAllowed(Permissions.BOOK_READ)
  @Operation(operationId = "listContracts", summary = "Contracts that count")
  public Page<Contract> list(
      @QueryParam("assetId") @Nullable UUID assetId, @BeanParam Paging paging) {
    return contracts.list(assetId, paging.cursor(), paging.limit());
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.BOOK_WRITE)
  @Operation(operationId = "createContract", summary = "Add a contract")
  @APIResponseSchema(value = Contract.class, responseCode = "201")
  public Response create(ContractInput input) {
    return answers.once(
        () -> {
          Contract contract = contracts.create(input);
          return Reply.created("/contracts/" + contract.id(), contract).version(contract.version());
        });
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.BOOK_READ)
  @Operation(operationId = "getContract", summary = "One contract, also one that was removed")
  @APIResponseSchema(value = Contract.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    return answer(contracts.require(id));
  }

  @GET
  @Path("/{id}/versions")
  @RolesAllowed(Permissions.BOOK_READ)
  @Operation(operationId = "listContractVersions", summary = "What a contract said when")
  public ContractVersions versions(@PathParam("id") UUID id) {
    return new ContractVersions(contracts.versions(id));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.BOOK_WRITE)
  @Operation(operationId = "replaceContract", summary = "Write the next version of a contract")
  @APIResponseSchema(value = Contract.class, responseCode = "200")
  public Response replace(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      ContractInput input) {
    return answer(contracts.replace(id, seen(id, ifMatch), input));
  }

  @PUT
  @Path("/{id}/profile")
  @Consumes(FileTypes.CSV)
  @RolesAllowed(Permissions.BOOK_WRITE)
  @Operation(
      operationId = "importContractProfile",
      summary = "Give a contract the profile of a file",
      description =
          "CSV with the columns block,megawatts and a line for each of the 96 quarter hours of an"
              + " ordinary day, by the clock on the wall. Faults are addressed by line and column:"
              + " /lines/3/megawatts.")
  @APIResponseSchema(value = Contract.class, responseCode = "200")
  public Response importProfile(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      String csv) {
    return answer(contracts.importProfile(id, seen(id, ifMatch), csv));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Permissions.BOOK_WRITE)
  @Operation(
      operationId = "removeContract",
      summary = "Let a contract count no more",
      description = "Its versions stay readable.")
  @APIResponse(responseCode = "204", description = "It counts no more.")
  public void remove(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    contracts.remove(id, seen(id, ifMatch));
  }

  private long seen(UUID id, @Nullable String ifMatch) {
    long version = contracts.require(id).version();
    IfMatch.require(ifMatch, version);
    return version;
  }

  private static Response answer(Contract contract) {
    return Reply.ok(contract).version(contract.version()).response();
  }
}
