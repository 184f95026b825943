package energy.optibid.gateway.adapter;

import energy.optibid.audit.AuditTrail;
import energy.optibid.gateway.ConnectionFault;
import energy.optibid.gateway.ConnectionTest;
import energy.optibid.gateway.ExchangeConnection;
import energy.optibid.gateway.ExchangeConnectionInput;
import energy.optibid.gateway.ExchangeConnections;
import energy.optibid.gateway.domain.ConnectionSettings;
import energy.optibid.gateway.domain.ConnectionStore;
import energy.optibid.gateway.domain.ExchangeLinks;
import energy.optibid.gateway.domain.ValidConnection;
import energy.optibid.market.Market;
import energy.optibid.market.Markets;
import energy.optibid.shared.Cursors;
import energy.optibid.shared.Fault;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Page;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Connections and their changes, each with its audit entry; secrets are in none of them. */
@ApplicationScoped
@Typed(ExchangeConnections.class)
public class ConnectionDesk implements ExchangeConnections {
  private static final int MOST = 200;

  private final Transactions transactions;
  private final ConnectionStore store;
  private final ExchangeLinks links;
  private final Markets markets;
  private final AuditTrail audit;
  private final GatewaySettings gateway;
  private final Clock clock;

  @Inject
  public ConnectionDesk(
      Transactions transactions,
      ConnectionStore store,
      ExchangeLinks links,
      Markets markets,
      AuditTrail audit,
      GatewaySettings gateway,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.links = links;
    this.markets = markets;
    this.audit = audit;
    this.gateway = gateway;
    this.clock = clock;
  }

  @Override
  public Page<ExchangeConnection> list(@Nullable String cursor, int limit) {
    UUID after = cursor == null ? null : Cursors.id(cursor);
    return transactions.call(
        () ->
            Page.of(store.list(after, limit + 1), limit, connection -> connection.id().toString()));
  }

  @Override
  public ExchangeConnection require(UUID id) {
    return transactions.call(() -> found(id));
  }

  @Override
  public ExchangeConnection create(ExchangeConnectionInput input) {
    return transactions.call(
        () -> {
          ValidConnection valid = valid(input, false);
          requireFolderFree(valid, null);
          if (store.toOperator(valid.operatorCode()).isPresent()) {
            throw new ProblemException(
                ProblemCode.CONFLICT, "There is a connection to that operator; change it.");
          }
          UUID id = Ids.next();
          store.add(id, valid, clock.instant().truncatedTo(ChronoUnit.MICROS));
          ExchangeConnection created = found(id);
          audit.record("connection.created", "exchange_connection", id, json(created));
          return created;
        });
  }

  @Override
  public ExchangeConnection replace(UUID id, long expectedVersion, ExchangeConnectionInput input) {
    return transactions.call(
        () -> {
          ExchangeConnection before = current(id, expectedVersion);
          ValidConnection valid = valid(input, before.secretSet());
          if (!valid.operatorCode().equals(before.operatorCode())) {
            String sentence = "A connection stays with its operator: make a new one.";
            throw new ProblemException(
                ProblemCode.VALIDATION_FAILED,
                sentence,
                List.of(new Fault("/operatorCode", "fixed", sentence)));
          }
          requireFolderFree(valid, id);
          if (leadsElsewhere(before, valid) && store.inUse(id, clock.instant())) {
            throw new ProblemException(
                ProblemCode.CONFLICT,
                "Orders of an open gate are out on this connection: it can be switched off, but"
                    + " not lead elsewhere before that gate closes.");
          }
          if (!store.replace(id, expectedVersion, valid)) {
            throw stale();
          }
          ExchangeConnection after = found(id);
          audit.record(
              "connection.changed",
              "exchange_connection",
              id,
              json(before),
              Json.createObjectBuilder(json(after))
                  .add("secretChanged", valid.secret() != null)
                  .build());
          return after;
        });
  }

  /** Whether what is out would be asked for at another place or under another name. */
  private static boolean leadsElsewhere(ExchangeConnection before, ValidConnection valid) {
    return before.kind() != valid.kind()
        || !Objects.equals(before.folder(), valid.folder())
        || !Objects.equals(before.url(), valid.url())
        || !Objects.equals(before.memberId(), valid.memberId());
  }

  @Override
  public void delete(UUID id, long expectedVersion) {
    boolean ignored =
        transactions.call(
            () -> {
              ExchangeConnection before = current(id, expectedVersion);
              if (store.everUsed(id)) {
                throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "Orders went by this connection, and its record stays: switch it off.");
              }
              if (!store.delete(id, expectedVersion)) {
                throw stale();
              }
              audit.record(
                  "connection.deleted",
                  "exchange_connection",
                  id,
                  json(before),
                  JsonValue.EMPTY_JSON_OBJECT);
              return true;
            });
  }

  @Override
  public ConnectionTest test(UUID id) {
    ConnectionSettings settings =
        transactions.call(
            () ->
                store
                    .settings(id)
                    .orElseThrow(() -> ProblemException.notFound("exchange connection")));
    ConnectionTest test = links.of(settings).test();
    boolean ignored =
        transactions.call(
            () -> {
              audit.record(
                  "connection.tested",
                  "exchange_connection",
                  id,
                  Json.createObjectBuilder()
                      .add("passed", test.passed())
                      .add("message", test.message())
                      .build());
              return true;
            });
    return test;
  }

  @Override
  public Page<ConnectionFault> faults(UUID id, @Nullable String cursor, int limit) {
    UUID before = cursor == null ? null : Cursors.id(cursor);
    return transactions.call(
        () -> {
          ExchangeConnection seen = found(id);
          return Page.of(
              store.faults(seen.id(), before, limit + 1), limit, fault -> fault.id().toString());
        });
  }

  private ValidConnection valid(ExchangeConnectionInput input, boolean hasSecret) {
    return ValidConnection.of(input, this::isReal, hasSecret, gateway.hosts());
  }

  private boolean isReal(String operator) {
    return markets.all().stream()
        .filter(market -> market.operatorCode().equals(operator))
        .filter(Market::takesOrders)
        .anyMatch(market -> !market.simulated());
  }

  private void requireFolderFree(ValidConnection valid, @Nullable UUID except) {
    String folder = valid.folder();
    boolean taken =
        folder != null
            && store.list(null, MOST).stream()
                .filter(connection -> !connection.id().equals(except))
                .anyMatch(connection -> folder.equals(connection.folder()));
    if (taken) {
      String sentence = "Another connection has that folder.";
      throw new ProblemException(
          ProblemCode.VALIDATION_FAILED,
          sentence,
          List.of(new Fault("/folder", "taken", sentence)));
    }
  }

  private ExchangeConnection current(UUID id, long expectedVersion) {
    ExchangeConnection connection = found(id);
    if (connection.version() != expectedVersion) {
      throw stale();
    }
    return connection;
  }

  private ExchangeConnection found(UUID id) {
    Tenancy.require();
    return store.find(id).orElseThrow(() -> ProblemException.notFound("exchange connection"));
  }

  private static ProblemException stale() {
    return new ProblemException(
        ProblemCode.PRECONDITION_FAILED, "The connection changed since you read it.");
  }

  private static JsonObject json(ExchangeConnection connection) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("operatorCode", connection.operatorCode())
            .add("kind", connection.kind().code())
            .add("enabled", connection.enabled())
            .add("timeoutMillis", connection.timeoutMillis())
            .add("attempts", connection.attempts());
    String member = connection.memberId();
    if (member != null) {
      json.add("memberId", member);
    }
    String folder = connection.folder();
    if (folder != null) {
      json.add("folder", folder);
    }
    String url = connection.url();
    if (url != null) {
      json.add("url", url);
    }
    return json.build();
  }
}
