package energy.optibid.web.market;

import energy.optibid.identity.Permissions;
import energy.optibid.market.PriceTicks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Prices as they come in. */
@Path("/feeds")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "feeds", description = "Prices as they come in, told to everybody who watches")
public class FeedResource {
  private final PriceTicks ticks;

  @Inject
  public FeedResource(PriceTicks ticks) {
    this.ticks = ticks;
  }

  @POST
  @Path("/{marketCode}/ticks")
  @RolesAllowed(Permissions.FEEDS_WRITE)
  @Operation(
      operationId = "publishTicks",
      summary = "Tell prices of blocks as they are now",
      description =
          "Everybody who watches market.prices.{market}.{area} hears them, on other nodes too where"
              + " Kafka or Redis carries them; a slow listener hears the newest of each block. They"
              + " are kept in memory only, so that sending a batch again does no harm. All are told"
              + " or none.")
  public Told publish(
      @PathParam("marketCode") String marketCode, PriceTicks.@Nullable Batch batch) {
    return new Told(
        ticks.publish(marketCode, batch == null ? new PriceTicks.Batch(List.of()) : batch));
  }

  /** How many ticks were told. */
  public record Told(int ticks) {}
}
