package energy.optibid.identity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** What somebody is in an organisation: a named set of permissions. */
public enum Role {
  OWNER(Role::isOfAnOrganization),
  ADMIN(Role::isOfAnOrganization),
  TRADER(
      permission ->
          isOfAnOrganization(permission)
              && !Set.of(
                      Permissions.USERS_WRITE,
                      Permissions.LIMITS_WRITE,
                      Permissions.ORGANIZATION_WRITE,
                      Permissions.TRADING_RELEASE,
                      Permissions.CONNECTIONS_WRITE,
                      Permissions.AUDIT_READ)
                  .contains(permission)),
  ANALYST(
      permission ->
          Set.of(Permissions.IMPORTS_WRITE, Permissions.REPLAYS_RUN, Permissions.NOTIFICATIONS_OWN)
                  .contains(permission)
              || (permission.endsWith(":read")
                  && !Set.of(Permissions.AUDIT_READ, Permissions.USERS_READ).contains(permission))),
  VIEWER(
      Set.of(
              Permissions.ASSETS_READ,
              Permissions.METERS_READ,
              Permissions.MARKET_READ,
              Permissions.BIDS_READ,
              Permissions.LIMITS_READ,
              Permissions.AWARDS_READ,
              Permissions.BOOK_READ,
              Permissions.SETTLEMENT_READ,
              Permissions.IMPORTS_READ,
              Permissions.JOBS_READ,
              Permissions.EXCHANGES_READ,
              Permissions.NOTIFICATIONS_OWN,
              Permissions.ORGANIZATION_READ)
          ::contains),
  AUDITOR(
      permission ->
          permission.endsWith(":read") || permission.equals(Permissions.NOTIFICATIONS_OWN)),
  /** Runs what is everybody's and sees nobody's bids. */
  MARKET_OPERATOR(
      Set.of(
              Permissions.MARKET_READ,
              Permissions.EXCHANGES_READ,
              Permissions.EXCHANGES_OPERATE,
              Permissions.FEEDS_WRITE,
              Permissions.PLATFORM_OPERATE,
              Permissions.JOBS_READ,
              Permissions.JOBS_CANCEL,
              Permissions.NOTIFICATIONS_OWN,
              Permissions.ORGANIZATION_READ)
          ::contains);

  private final Set<String> permissions;

  Role(Predicate<String> granted) {
    permissions = Permissions.ALL.stream().filter(granted).collect(toUnmodifiableSet());
  }

  private static boolean isOfAnOrganization(String permission) {
    return !Set.of(
            Permissions.EXCHANGES_OPERATE, Permissions.FEEDS_WRITE, Permissions.PLATFORM_OPERATE)
        .contains(permission);
  }

  public Set<String> permissions() {
    return permissions;
  }

  /** Name in answers and in the database. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role of(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT));
  }
}
