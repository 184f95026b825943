package energy.optibid.web.book;

import energy.optibid.book.Book;
import energy.optibid.book.BookDay;
import energy.optibid.book.BookQuery;
import energy.optibid.identity.Permissions;
import energy.optibid.shared.Fault;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The position over all markets. */
@Path("/book")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "book", description = "The position over all markets, contracts and registrations")
public class BookResource {
  private final Book book;

  @Inject
  public BookResource(Book book) {
    this.book = book;
  }

  @GET
  @RolesAllowed(Permissions.BOOK_READ)
  @Operation(
      operationId = "getBook",
      summary = "What is contracted, offered, awarded, scheduled and left, by quarter hour",
      description =
          "Of one asset, of a site, or of every asset on the grid of the exchange or import; with"
              + " neither an exchange nor an import, in the real markets. MW and MWh of a side are"
              + " never negative; schedules are injection-positive.")
  public BookDay day(
      @QueryParam("exchangeId") @Nullable UUID exchangeId,
      @QueryParam("importId") @Nullable UUID importId,
      @QueryParam("deliveryDay") @Parameter(required = true) @Nullable LocalDate deliveryDay,
      @QueryParam("assetId") @Nullable UUID assetId,
      @QueryParam("siteId") @Nullable UUID siteId) {
    return book.day(query(exchangeId, importId, deliveryDay, assetId, siteId));
  }

  /**
   * @throws ProblemException {@code malformed_request} without a delivery day
   */
  public static BookQuery query(
      @Nullable UUID exchangeId,
      @Nullable UUID importId,
      @Nullable LocalDate deliveryDay,
      @Nullable UUID assetId,
      @Nullable UUID siteId) {
    if (deliveryDay == null) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "A query parameter is missing.",
          List.of(new Fault("?deliveryDay", "required", "Name the delivery day.")));
    }
    return new BookQuery(exchangeId, importId, deliveryDay, assetId, siteId);
  }
}
