package energy.optibid.web.gateway;

import energy.optibid.gateway.ExchangeAward;
import energy.optibid.gateway.ExchangeAwards;
import energy.optibid.gateway.OutsideAuction;
import energy.optibid.gateway.OutsideAuctionInput;
import energy.optibid.gateway.OutsideAuctions;
import energy.optibid.identity.Permissions;
import energy.optibid.market.Auction;
import energy.optibid.shared.Page;
import energy.optibid.shared.Tenancy;
import energy.optibid.web.shared.Idempotent;
import energy.optibid.web.shared.IdempotentAnswers;
import energy.optibid.web.shared.Paging;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Auctions of real markets in which the organisation takes part. */
@Path("/outside-auctions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "connections")
public class OutsideAuctionResource {
  private final OutsideAuctions auctions;
  private final ExchangeAwards awards;
  private final IdempotentAnswers answers;

  @Inject
  public OutsideAuctionResource(
      OutsideAuctions auctions, ExchangeAwards awards, IdempotentAnswers answers) {
    this.auctions = auctions;
    this.awards = awards;
    this.answers = answers;
  }

  @GET
  @RolesAllowed(Permissions.BIDS_READ)
  @Operation(
      operationId = "listOutsideAuctions",
      summary = "Auctions of real markets in which the organisation takes part",
      description =
          "Latest delivery day first; each with its gate, its state and how own bids there stand.")
  public Page<OutsideAuction> list(@BeanParam Paging paging) {
    Tenancy.require();
    return auctions.list(paging.cursor(), paging.limit());
  }

  @POST
  @Idempotent
  @RolesAllowed(Permissions.CONNECTIONS_WRITE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "joinAuction",
      summary = "Take part in a real market's auction",
      description =
          "Its gate follows the calendar of the market's rule pack; bids go to the exchange by the"
              + " organisation's connection.")
  @APIResponseSchema(value = Auction.class, responseCode = "201")
  public Response join(OutsideAuctionInput input) {
    Tenancy.require();
    return answers.once(
        () -> {
          Auction auction = auctions.join(input);
          return Reply.created("/auctions/" + auction.id(), auction).version(auction.version());
        });
  }

  @GET
  @Path("/{id}/awards")
  @RolesAllowed(Permissions.AWARDS_READ)
  @Operation(
      operationId = "listExchangeAwards",
      summary = "What the exchange awarded, as last revised",
      description = "Average MW and MWh per delivery block; provisional, final or curtailed.")
  public Page<ExchangeAward> awards(@PathParam("id") UUID id, @BeanParam Paging paging) {
    Tenancy.require();
    return awards.ofAuction(id, paging.cursor(), paging.limit());
  }
}
