package energy.optibid.web.notification;

import energy.optibid.identity.Permissions;
import energy.optibid.notification.NotificationPreferences;
import energy.optibid.notification.NotificationSettings;
import energy.optibid.shared.Tenancy;
import energy.optibid.web.shared.IfMatch;
import energy.optibid.web.shared.Reply;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** When the caller may be disturbed. */
@Path("/notification-settings")
@ApplicationScoped
@RolesAllowed(Permissions.NOTIFICATIONS_OWN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications")
public class NotificationSettingsResource {
  private final NotificationPreferences preferences;

  @Inject
  public NotificationSettingsResource(NotificationPreferences preferences) {
    this.preferences = preferences;
  }

  @GET
  @Operation(operationId = "getNotificationSettings", summary = "Own quiet hours and time zone")
  @APIResponseSchema(value = NotificationSettings.class, responseCode = "200")
  public Response get() {
    Tenancy.require();
    return answer(preferences.get());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "putNotificationSettings", summary = "Set quiet hours and time zone")
  @APIResponseSchema(value = NotificationSettings.class, responseCode = "200")
  public Response put(
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      NotificationSettings.Input input) {
    Tenancy.require();
    long version = preferences.get().version();
    IfMatch.require(ifMatch, version);
    return answer(preferences.put(version, input));
  }

  private static Response answer(NotificationSettings settings) {
    return Reply.ok(settings).version(settings.version()).response();
  }
}
