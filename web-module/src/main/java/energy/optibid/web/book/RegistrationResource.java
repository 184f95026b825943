package energy.optibid.web.book;

import energy.optibid.book.Registration;
import energy.optibid.book.RegistrationInput;
import energy.optibid.book.RegistrationQuery;
import energy.optibid.book.Registrations;
import energy.optibid.engine.rules.RequiredRegistration;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Codes, clearances, network access and margins. */
@Path("/registrations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "book")
public class RegistrationResource {
  private static final int LONGEST_NOTICE = 3_660;

  private final Registrations registrations;
  private final IdempotentAnswers answers;

  @Inject
  public RegistrationResource(Registrations registrations, IdempotentAnswers answers) {
    this.registrations = registrations;
    this.answers = answers;
  }

  /** Every version, oldest first. */
  @Schema(name = "RegistrationVersions")
  public record RegistrationVersions(List<Registration> items) {}

  @GET
  @RolesAllowed(Permissions.BOOK_READ)
  @Operation(operationId = "listRegistrations", summary = "Records that count")
  public Page<Registration> list(
      @QueryParam("kind") @Nullable RequiredRegistration kind,
      @QueryParam("validOn") @Parameter(description = "in force on this delivery day")
          @Nullable LocalDate validOn,
      @QueryParam("expiringWithinDays")
          @Parameter(description = "whose last day is today or one of as many days after it")
          @Nullable Integer expiringWithinDays,
      @BeanParam Paging paging) {
    if (expiringWithinDays != null
        && (expiringWithinDays < 0 || expiringWithinDays > LONGEST_NOTICE)) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "A query parameter is wrong.",
          List.of(
              new Fault(
                  "?expiringWithinDays", "range", "Must be from 0 to " + LONGEST_NOTICE + ".")));
    }
    return registrations.list(
        new RegistrationQuery(kind, validOn, expiringWithinDays), paging.cursor(), paging.limit());
  }

  @POST
  @Idempotent
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.BOOK_WRITE)
  @Operation(operationId = "createRegistration", summary = "Add a record")
  @APIResponseSchema(value = Registration.class, responseCode = "201")
  public Response create(RegistrationInput input) {
    return answers.once(
        () -> {
          Registration record = registrations.create(input);
          return Reply.created("/registrations/" + record.id(), record).version(record.version());
        });
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.BOOK_READ)
  @Operation(operationId = "getRegistration", summary = "One record, also one that was removed")
  @APIResponseSchema(value = Registration.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    return answer(registrations.require(id));
  }

  @GET
  @Path("/{id}/versions")
  @RolesAllowed(Permissions.BOOK_READ)
  @Operation(operationId = "listRegistrationVersions", summary = "What was on record when")
  public RegistrationVersions versions(@PathParam("id") UUID id) {
    return new RegistrationVersions(registrations.versions(id));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Permissions.BOOK_WRITE)
  @Operation(operationId = "replaceRegistration", summary = "Write the next version of a record")
  @APIResponseSchema(value = Registration.class, responseCode = "200")
  public Response replace(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      RegistrationInput input) {
    return answer(registrations.replace(id, seen(id, ifMatch), input));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Permissions.BOOK_WRITE)
  @Operation(
      operationId = "removeRegistration",
      summary = "Let a record count no more",
      description = "Its versions stay readable.")
  @APIResponse(responseCode = "204", description = "It counts no more.")
  public void remove(
      @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    registrations.remove(id, seen(id, ifMatch));
  }

  private long seen(UUID id, @Nullable String ifMatch) {
    long version = registrations.require(id).version();
    IfMatch.require(ifMatch, version);
    return version;
  }

  private static Response answer(Registration record) {
    return Reply.ok(record).version(record.version()).response();
  }
}
