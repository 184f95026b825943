package energy.optibid.web.market;

import energy.optibid.identity.Permissions;
import energy.optibid.market.Auction;
import energy.optibid.market.AuctionState;
import energy.optibid.market.Auctions;
import energy.optibid.market.PriceSource;
import energy.optibid.market.Prices;
import energy.optibid.shared.Page;
import energy.optibid.web.shared.Paging;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Auctions: sandboxes of the organisation and shared ones. */
@Path("/auctions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "market")
public class AuctionResource {
  private final Auctions auctions;
  private final Prices prices;

  @Inject
  public AuctionResource(Auctions auctions, Prices prices) {
    this.auctions = auctions;
    this.prices = prices;
  }

  @GET
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(operationId = "listAuctions", summary = "Auctions, latest delivery day first")
  public Page<Auction> list(
      @QueryParam("exchangeId") @Nullable UUID exchangeId,
      @QueryParam("marketCode") @Nullable String marketCode,
      @QueryParam("day") @Nullable LocalDate day,
      @QueryParam("state") @Nullable AuctionState state,
      @BeanParam Paging paging) {
    return auctions.list(exchangeId, marketCode, day, state, paging.cursor(), paging.limit());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(operationId = "getAuction", summary = "One auction")
  @APIResponseSchema(value = Auction.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Auction auction = auctions.require(id);
    return Reply.ok(auction).version(auction.version()).response();
  }

  @GET
  @Path("/{id}/blocks")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "listBlocks",
      summary = "Blocks of the auction's day",
      description = "23 or 25 hours' worth where clocks change.")
  public Page<BlockAnswer> blocks(@PathParam("id") UUID id) {
    return new Page<>(BlockAnswer.of(auctions.require(id)), null);
  }

  @GET
  @Path("/{id}/reference-prices")
  @RolesAllowed(Permissions.MARKET_READ)
  @Operation(
      operationId = "getReferencePrices",
      summary = "The market's own prices of the auction's day",
      description = "For comparison with what was cleared here; null where none was published.")
  public AuctionPricesAnswer referencePrices(@PathParam("id") UUID id) {
    return new AuctionPricesAnswer(PriceSource.PUBLISHED, prices.published(id));
  }
}
