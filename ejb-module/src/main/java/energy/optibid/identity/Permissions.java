package energy.optibid.identity;

import java.util.Set;

/** Names of what a role may do; they are the {@code groups} of a token. */
public final class Permissions {

  public static final String ASSETS_READ = "assets:read";
  public static final String ASSETS_WRITE = "assets:write";

  /** What meters counted, and how far that is from the schedule. */
  public static final String METERS_READ = "meters:read";

  public static final String METERS_WRITE = "meters:write";
  public static final String MARKET_READ = "market:read";
  public static final String IMPORTS_READ = "imports:read";
  public static final String IMPORTS_WRITE = "imports:write";
  public static final String AUCTIONS_RUN = "auctions:run";

  /** Clearing a past auction again with other own bids; changes nothing of it. */
  public static final String REPLAYS_RUN = "replays:run";

  public static final String BIDS_READ = "bids:read";
  public static final String BIDS_WRITE = "bids:write";
  public static final String BIDS_SUBMIT = "bids:submit";

  /** Deciding about bids that wait for approval. */
  public static final String BIDS_APPROVE = "bids:approve";

  /** Risk limits, what is used of them, and the approval policy. */
  public static final String LIMITS_READ = "limits:read";

  public static final String LIMITS_WRITE = "limits:write";
  public static final String AWARDS_READ = "awards:read";

  /** The position over all markets, contracts, and registrations with operators. */
  public static final String BOOK_READ = "book:read";

  public static final String BOOK_WRITE = "book:write";

  /** Statements, schedules and the grid's data, comparisons and disputes. */
  public static final String SETTLEMENT_READ = "settlement:read";

  public static final String SETTLEMENT_WRITE = "settlement:write";
  public static final String JOBS_READ = "jobs:read";
  public static final String JOBS_CANCEL = "jobs:cancel";
  public static final String USERS_READ = "users:read";
  public static final String USERS_WRITE = "users:write";
  public static final String ORGANIZATION_READ = "organization:read";
  public static final String ORGANIZATION_WRITE = "organization:write";

  /** Clocks, calendars and results of simulated exchanges. */
  public static final String EXCHANGES_READ = "exchanges:read";

  /** Sandboxes: making them, moving their clocks, ending them. */
  public static final String EXCHANGES_RUN = "exchanges:run";

  /** The shared exchange: its past and its failed events. */
  public static final String EXCHANGES_OPERATE = "exchanges:operate";

  /** Telling prices as they come in to everybody who watches. */
  public static final String FEEDS_WRITE = "feeds:write";

  /** The installation itself: what could not be delivered inside it. */
  public static final String PLATFORM_OPERATE = "platform:operate";

  /** One's own alert rules, inbox and settings. */
  public static final String NOTIFICATIONS_OWN = "notifications:own";

  public static final String AUDIT_READ = "audit:read";

  /** The desk's shift log. */
  public static final String SHIFTS_READ = "shifts:read";

  /** Writing in the shift log and taking hand-overs. */
  public static final String SHIFTS_WRITE = "shifts:write";

  /** Contracts, evidence and other files. */
  public static final String FILES_READ = "files:read";

  /** Keeping and removing files, and links for people outside. */
  public static final String FILES_WRITE = "files:write";

  /** Stopping the trading of an asset, a person or the whole organisation. */
  public static final String TRADING_STOP = "trading:stop";

  /** Letting stopped trading go on. */
  public static final String TRADING_RELEASE = "trading:release";

  /** Ways to real exchanges: how they are. */
  public static final String CONNECTIONS_READ = "connections:read";

  /** Making and changing ways to real exchanges, and taking part in their auctions. */
  public static final String CONNECTIONS_WRITE = "connections:write";

  /** Every permission there is. */
  public static final Set<String> ALL =
      Set.of(
          ASSETS_READ,
          ASSETS_WRITE,
          METERS_READ,
          METERS_WRITE,
          MARKET_READ,
          IMPORTS_READ,
          IMPORTS_WRITE,
          AUCTIONS_RUN,
          REPLAYS_RUN,
          BIDS_READ,
          BIDS_WRITE,
          BIDS_SUBMIT,
          BIDS_APPROVE,
          LIMITS_READ,
          LIMITS_WRITE,
          AWARDS_READ,
          BOOK_READ,
          BOOK_WRITE,
          SETTLEMENT_READ,
          SETTLEMENT_WRITE,
          JOBS_READ,
          JOBS_CANCEL,
          USERS_READ,
          USERS_WRITE,
          ORGANIZATION_READ,
          ORGANIZATION_WRITE,
          AUDIT_READ,
          SHIFTS_READ,
          SHIFTS_WRITE,
          FILES_READ,
          FILES_WRITE,
          TRADING_STOP,
          TRADING_RELEASE,
          CONNECTIONS_READ,
          CONNECTIONS_WRITE,
          EXCHANGES_READ,
          EXCHANGES_RUN,
          EXCHANGES_OPERATE,
          FEEDS_WRITE,
          PLATFORM_OPERATE,
          NOTIFICATIONS_OWN);

  private Permissions() {}
}
