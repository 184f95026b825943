package energy.optibid.web.shared;

import energy.optibid.identity.Permissions;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/** The REST API. Callers are known by MicroProfile JWT; its groups are named permissions. */
@ApplicationScoped
@ApplicationPath("/v1")
@LoginConfig(authMethod = "MP-JWT", realmName = "optibid")
@DeclareRoles({
  Permissions.ASSETS_READ,
  Permissions.ASSETS_WRITE,
  Permissions.METERS_READ,
  Permissions.METERS_WRITE,
  Permissions.MARKET_READ,
  Permissions.IMPORTS_READ,
  Permissions.IMPORTS_WRITE,
  Permissions.AUCTIONS_RUN,
  Permissions.REPLAYS_RUN,
  Permissions.BIDS_READ,
  Permissions.BIDS_WRITE,
  Permissions.BIDS_SUBMIT,
  Permissions.BIDS_APPROVE,
  Permissions.LIMITS_READ,
  Permissions.LIMITS_WRITE,
  Permissions.AWARDS_READ,
  Permissions.BOOK_READ,
  Permissions.BOOK_WRITE,
  Permissions.SETTLEMENT_READ,
  Permissions.SETTLEMENT_WRITE,
  Permissions.JOBS_READ,
  Permissions.JOBS_CANCEL,
  Permissions.USERS_READ,
  Permissions.USERS_WRITE,
  Permissions.ORGANIZATION_READ,
  Permissions.ORGANIZATION_WRITE,
  Permissions.AUDIT_READ,
  Permissions.SHIFTS_READ,
  Permissions.SHIFTS_WRITE,
  Permissions.FILES_READ,
  Permissions.FILES_WRITE,
  Permissions.TRADING_STOP,
  Permissions.TRADING_RELEASE,
  Permissions.CONNECTIONS_READ,
  Permissions.CONNECTIONS_WRITE,
  Permissions.FEEDS_WRITE,
  Permissions.PLATFORM_OPERATE,
  Permissions.NOTIFICATIONS_OWN
})
public class ApiApplication extends Application {
  /** The API's address: the module's context root and the application's path. */
  public static final String PATH = "/api/v1";
}
