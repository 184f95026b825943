package energy.optibid.idempotency.adapter;

import energy.optibid.idempotency.Answer;
import energy.optibid.idempotency.IdempotentCalls;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Failpoint;
import energy.optibid.shared.JsonText;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import energy.optibid.shared.Tenancy;
import energy.optibid.shared.TenantConnections;
import energy.optibid.shared.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keys as rows. The first statement of the transaction inserts the key: a duplicate waits there
 * until the first call has committed, and then reads its answer.
 */
@ApplicationScoped
@Typed(IdempotentCalls.class)
public class PostgresIdempotentCalls implements IdempotentCalls {

  private static final int LONGEST_KEY = 200;

  private final TenantConnections connections;
  private final Transactions transactions;

  @Inject
  public PostgresIdempotentCalls(TenantConnections connections, Transactions transactions) {
    this.connections = connections;
    this.transactions = transactions;
  }

  @Override
  public Answer once(String operation, String key, String requestHash, Supplier<Answer> call) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new ProblemException(
          ProblemCode.MALFORMED_REQUEST,
          "The Idempotency-Key must have 1 to %d characters.".formatted(LONGEST_KEY));
    }
    Scope scope = new Scope(Tenancy.require(), operation, key);
    return transactions.call(
        () -> {
          if (!connections.withConnection(connection -> reserve(connection, scope, requestHash))) {
            return connections.withConnection(
                connection -> storedAnswer(connection, scope, requestHash));
          }
          Failpoint.hit("call.reserved");
          Answer answer = call.get();
          connections.withConnection(connection -> store(connection, scope, answer));
          Failpoint.hit("call.answer_stored");
          return answer;
        });
  }

  @Override
  public Optional<Answer> find(String operation, String key, String requestHash) {
    Scope scope = new Scope(Tenancy.require(), operation, key);
    return transactions.call(
        () -> connections.withConnection(connection -> findAnswer(connection, scope, requestHash)));
  }

  private static boolean reserve(Connection connection, Scope scope, String requestHash)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into idempotent_call (organization_id, user_id, operation, key, request_hash)
            values (?, ?, ?, ?, ?) on conflict do nothing""")) {
      scope.fill(insert, 1);
      insert.setString(5, requestHash);
      return insert.executeUpdate() == 1;
    }
  }

  private static Answer storedAnswer(Connection connection, Scope scope, String requestHash)
      throws SQLException {
    return findAnswer(connection, scope, requestHash)
        .orElseThrow(
            () -> new IllegalStateException("an idempotency key vanished while it was looked up"));
  }

  private static Optional<Answer> findAnswer(Connection connection, Scope scope, String requestHash)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            select request_hash, status, body, headers from idempotent_call
            where organization_id = ? and user_id = ? and operation = ? and key = ?""")) {
      scope.fill(query, 1);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (!row.getString("request_hash").equals(requestHash)) {
          throw new ProblemException(
              ProblemCode.IDEMPOTENCY_MISMATCH,
              "This Idempotency-Key came with another request before. Use a new key.");
        }
        return Optional.of(
            new Answer(
                row.getInt("status"),
                Optional.ofNullable(row.getString("body")).orElse(""),
                headers(row.getString("headers"))));
      }
    }
  }

  private static int store(Connection connection, Scope scope, Answer answer) throws SQLException {
    JsonObjectBuilder headers = Json.createObjectBuilder();
    answer.headers().forEach(headers::add);
    try (var update =
        connection.prepareStatement(
            """
            update idempotent_call set status = ?, body = ?, headers = ?::jsonb
            where organization_id = ? and user_id = ? and operation = ? and key = ?""")) {
      update.setInt(1, answer.status());
      update.setString(2, answer.bodyJson());
      update.setString(3, headers.build().toString());
      scope.fill(update, 4);
      return update.executeUpdate();
    }
  }

  private static Map<String, String> headers(String json) {
    Map<String, String> headers = new HashMap<>();
    JsonText.object(json)
        .forEach((name, value) -> headers.put(name, ((JsonString) value).getString()));
    return headers;
  }

  private record Scope(Caller caller, String operation, String key) {

    void fill(PreparedStatement statement, int from) throws SQLException {
      statement.setObject(from, caller.organization().value());
      statement.setObject(from + 1, caller.userId());
      statement.setString(from + 2, operation);
      statement.setString(from + 3, key);
    }
  }
}
