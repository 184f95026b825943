package energy.optibid.web.notification;

import energy.optibid.identity.Permissions;
import energy.optibid.notification.Deliveries;
import energy.optibid.notification.Delivery;
import energy.optibid.notification.Inbox;
import energy.optibid.notification.Notification;
import energy.optibid.shared.Page;
import energy.optibid.shared.Tenancy;
import energy.optibid.web.shared.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own inbox and what was sent to the caller; every role has one. */
@Path("/notifications")
@ApplicationScoped
@RolesAllowed(Permissions.NOTIFICATIONS_OWN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications", description = "What people want to hear of, and what they were told")
public class NotificationResource {
  private final Inbox inbox;
  private final Deliveries deliveries;

  @Inject
  public NotificationResource(Inbox inbox, Deliveries deliveries) {
    this.inbox = inbox;
    this.deliveries = deliveries;
  }

  @GET
  @Operation(operationId = "listNotifications", summary = "Own notifications, newest first")
  public Page<Notification> list(
      @QueryParam("unread") @Nullable Boolean unread, @BeanParam Paging paging) {
    Tenancy.require();
    return inbox.list(Boolean.TRUE.equals(unread), paging.cursor(), paging.limit());
  }

  @GET
  @Path("/unread")
  @Operation(operationId = "countUnreadNotifications", summary = "How many are unread")
  public UnreadAnswer unread() {
    Tenancy.require();
    return new UnreadAnswer(inbox.unread());
  }

  @POST
  @Path("/{id}/read")
  @Operation(operationId = "readNotification", summary = "Mark one as read")
  public Notification read(@PathParam("id") UUID id) {
    Tenancy.require();
    return inbox.read(id);
  }

  @POST
  @Path("/read")
  @Operation(operationId = "readAllNotifications", summary = "Mark all as read")
  public UnreadAnswer readAll() {
    Tenancy.require();
    inbox.readAll();
    return new UnreadAnswer(inbox.unread());
  }

  @GET
  @Path("/deliveries")
  @Operation(
      operationId = "listDeliveries",
      summary = "Where, when and how each notification was delivered, newest first")
  public Page<Delivery> deliveries(
      @QueryParam("state") Delivery.@Nullable State state, @BeanParam Paging paging) {
    Tenancy.require();
    return deliveries.list(state, paging.cursor(), paging.limit());
  }

  /** How many are unread. */
  public record UnreadAnswer(long unread) {}
}
