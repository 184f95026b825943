package energy.optibid.gateway.domain;

import energy.optibid.gateway.ConnectionFault;
import energy.optibid.gateway.ExchangeConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The connections of the caller's organisation. Works in the caller's transaction. */
public interface ConnectionStore {
  /** By id, after the one with that id. */
  List<ExchangeConnection> list(@Nullable UUID after, int limit);

  Optional<ExchangeConnection> find(UUID id);

  /** What it needs to work. */
  Optional<ConnectionSettings> settings(UUID id);

  /** The connection to an operator's exchange. */
  Optional<ConnectionSettings> toOperator(String operatorCode);

  /** The operator of a market. */
  String operatorOf(String marketCode);

  void add(UUID id, ValidConnection connection, Instant at);

  /**
   * @return whether it still had that version
   */
  boolean replace(UUID id, long expectedVersion, ValidConnection connection);

  /**
   * @return whether it still had that version
   */
  boolean delete(UUID id, long expectedVersion);

  /** Whether orders ever went by it. */
  boolean everUsed(UUID id);

  /** Whether orders of an open gate are out on it, or messages have no answer. */
  boolean inUse(UUID id, Instant now);

  /** Newest first, before the one with that id. */
  List<ConnectionFault> faults(UUID id, @Nullable UUID before, int limit);

  /**
   * Claims the reading of a drop folder, of any organisation; in a transaction of the platform.
   *
   * @return connections whose folder nobody else reads until the lease ends
   */
  List<Watch> claimFolders(Instant now, Duration lease);

  /** A drop folder to read. */
  record Watch(UUID connectionId, UUID organization) {}

  /** Numbers of the whole installation, in a transaction of the platform. */
  Figures figures(Instant now);

  /**
   * @param connections enabled ones to exchanges outside
   * @param open those among them that are left alone
   */
  record Figures(long connections, long open, long waiting, long inDoubt) {}
}
