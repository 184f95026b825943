package energy.optibid.book.adapter;

import energy.optibid.book.Registration;
import energy.optibid.book.domain.ValidRegistration;
import energy.optibid.engine.rules.RequiredRegistration;
import energy.optibid.shared.Sql;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the tables of registrations as what they mean, and records as the audit keeps them. */
final class RegistrationRows {
  /** Every version with its record. */
  static final String SELECT =
      """
      select r.id, r.version, r.removed_at, v.*
        from registration r join registration_version v on v.registration_id = r.id
      """;

  /** Restricts {@link #SELECT} to the newest versions. */
  static final String NEWEST = " where v.number = r.version";

  private RegistrationRows() {}

  static Registration registration(ResultSet row) throws SQLException {
    return new Registration(
        row.getObject("id", UUID.class),
        RequiredRegistration.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("operator_code"),
        row.getObject("asset_id", UUID.class),
        row.getString("client_code"),
        row.getString("portfolio_code"),
        row.getBigDecimal("quantum_mw"),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        row.getObject("as_of", OffsetDateTime.class),
        row.getString("reference"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class),
        row.getObject("recorded_by", UUID.class),
        row.getObject("removed_at") != null,
        row.getLong("number"));
  }

  static void add(
      Connection connection,
      UUID id,
      long number,
      UUID organization,
      ValidRegistration record,
      OffsetDateTime at,
      UUID by)
      throws SQLException {
    Sql.change(
        connection,
        """
        insert into registration_version (registration_id, number, organization_id, kind,
          operator_code, asset_id, client_code, portfolio_code, quantum_mw, amount, currency, as_of,
          reference, valid_from, valid_to, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?::uuid, ?, ?, ?::numeric, ?::numeric, ?, ?::timestamptz, ?, ?,
                ?::date, ?, ?)
        """,
        id,
        number,
        organization,
        word(record.kind()),
        record.operatorCode(),
        record.assetId(),
        record.clientCode(),
        record.portfolioCode(),
        record.quantumMw(),
        record.amount(),
        record.currency(),
        record.asOf(),
        record.reference(),
        record.validFrom(),
        record.validTo(),
        at,
        by);
  }

  static JsonObject json(Registration record) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("kind", word(record.kind()))
            .add("reference", record.reference())
            .add("validFrom", record.validFrom().toString())
            .add("version", record.version());
    text(json, "operatorCode", record.operatorCode());
    text(json, "assetId", record.assetId());
    text(json, "clientCode", record.clientCode());
    text(json, "portfolioCode", record.portfolioCode());
    number(json, "quantumMw", record.quantumMw());
    number(json, "amount", record.amount());
    text(json, "currency", record.currency());
    text(json, "asOf", record.asOf());
    text(json, "validTo", record.validTo());
    return json.build();
  }

  private static void text(JsonObjectBuilder json, String name, @Nullable Object value) {
    if (value != null) {
      json.add(name, value.toString());
    }
  }

  private static void number(JsonObjectBuilder json, String name, @Nullable BigDecimal value) {
    if (value != null) {
      json.add(name, value);
    }
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
