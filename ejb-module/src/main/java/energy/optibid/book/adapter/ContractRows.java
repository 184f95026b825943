package energy.optibid.book.adapter;

import energy.optibid.bidding.BidSide;
import energy.optibid.book.Contract;
import energy.optibid.book.ContractProfile;
import energy.optibid.book.ContractProfile.Shape;
import energy.optibid.book.domain.ValidContract;
import energy.optibid.shared.Sql;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the tables of contracts as what they mean, and contracts as the audit keeps them. */
final class ContractRows {
  /** Every version with its contract. */
  static final String SELECT =
      """
      select c.id, c.version, c.removed_at, v.*
        from contract c join contract_version v on v.contract_id = c.id
      """;

  /** Restricts {@link #SELECT} to the newest versions. */
  static final String NEWEST = " where v.number = c.version";

  private ContractRows() {}

  static Contract contract(ResultSet row) throws SQLException {
    Array blocks = row.getArray("blocks");
    return new Contract(
        row.getObject("id", UUID.class),
        Contract.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("reference"),
        row.getString("party"),
        row.getObject("asset_id", UUID.class),
        row.getObject("exchange_id", UUID.class),
        BidSide.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        new ContractProfile(
            Shape.valueOf(row.getString("shape").toUpperCase(Locale.ROOT)),
            row.getBigDecimal("megawatts"),
            row.getString("peak_from"),
            row.getString("peak_to"),
            blocks == null ? List.of() : List.of((BigDecimal[]) blocks.getArray())),
        row.getBigDecimal("price"),
        row.getString("currency"),
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
      ValidContract contract,
      OffsetDateTime at,
      UUID by)
      throws SQLException {
    ContractProfile profile = contract.profile();
    Sql.change(
        connection,
        """
        insert into contract_version (contract_id, number, organization_id, kind, reference, party,
          asset_id, exchange_id, side, valid_from, valid_to, shape, megawatts, peak_from, peak_to,
          blocks, price, currency, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?::numeric, ?, ?, ?::numeric[], ?, ?, ?, ?)
        """,
        id,
        number,
        organization,
        word(contract.kind()),
        contract.reference(),
        contract.party(),
        contract.assetId(),
        contract.exchangeId(),
        contract.side().code(),
        contract.validFrom(),
        contract.validTo(),
        word(profile.shape()),
        profile.megawatts(),
        profile.from(),
        profile.to(),
        array(connection, profile),
        contract.price(),
        contract.currency(),
        at,
        by);
  }

  private static @Nullable Array array(Connection connection, ContractProfile profile)
      throws SQLException {
    return profile.shape() == Shape.BLOCKS
        ? connection.createArrayOf("numeric", profile.blocks().toArray())
        : null;
  }

  static JsonObject json(Contract contract) {
    ContractProfile profile = contract.profile();
    JsonObjectBuilder power = Json.createObjectBuilder().add("shape", word(profile.shape()));
    if (profile.megawatts() != null) {
      power.add("megawatts", profile.megawatts());
    }
    if (profile.from() != null && profile.to() != null) {
      power.add("from", profile.from()).add("to", profile.to());
    }
    if (!profile.blocks().isEmpty()) {
      power.add("blocks", Json.createArrayBuilder(profile.blocks()));
    }
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("kind", word(contract.kind()))
            .add("reference", contract.reference())
            .add("party", contract.party())
            .add("assetId", contract.assetId().toString())
            .add("side", contract.side().code())
            .add("validFrom", contract.validFrom().toString())
            .add("validTo", contract.validTo().toString())
            .add("profile", power)
            .add("price", contract.price())
            .add("currency", contract.currency())
            .add("version", contract.version());
    if (contract.exchangeId() != null) {
      json.add("exchangeId", contract.exchangeId().toString());
    }
    return json.build();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
