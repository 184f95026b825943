package energy.optibid.audit.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import energy.optibid.audit.AuditEntry;
import energy.optibid.audit.AuditExports.Format;
import energy.optibid.audit.AuditQuery;
import energy.optibid.audit.ChainState;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.Tenancy;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** The audit trail of one caller on a real PostgreSQL, with a connection that seals it. */
final class SealedTrail implements AutoCloseable {
  static final PostgresServer SERVER = PostgresServer.shared();
  static final LocalTransactions TRANSACTIONS = SERVER.transactions();
  static final PostgresAuditTrail TRAIL = new PostgresAuditTrail(TRANSACTIONS, TRANSACTIONS);
  static final PostgresAuditChains CHAINS =
      new PostgresAuditChains(
          TRANSACTIONS, SERVER.systemConnections(), TRANSACTIONS, Clock.systemUTC());
  private static final PostgresAuditExports EXPORTS =
      new PostgresAuditExports(TRANSACTIONS, TRANSACTIONS);

  final Caller caller = Tenants.create(SERVER);

  /** The system role's. */
  final Connection sealer;

  private SealedTrail(Connection sealer) {
    this.sealer = sealer;
  }

  static SealedTrail open() throws SQLException {
    return new SealedTrail(SERVER.settings().openAsSystem());
  }

  @Override
  public void close() throws SQLException {
    sealer.close();
  }

  /** Five entries, sealed and verified. */
  void chainOfFive() throws SQLException {
    for (int i = 1; i <= 5; i++) {
      String price = Integer.toString(i);
      TRANSACTIONS.runAs(caller, () -> TRAIL.record("test", "test", Ids.next(), price(price)));
    }
    AuditSealer.sealAll(sealer);
    assertEquals(5, verified().number());
  }

  /** An entry of the caller. */
  void write(String action) {
    TRANSACTIONS.runAs(caller, () -> TRAIL.record(action, "test", Ids.next(), price("5")));
  }

  /** The chain's state after a verification that found it whole. */
  ChainState verified() {
    ChainState state = state(CHAINS::verify);
    assertNotNull(state.verification());
    assertNull(state.verification().problem(), state.verification().problem());
    assertEquals(state.number(), state.verification().upTo());
    return state;
  }

  ChainState state() {
    return state(CHAINS::state);
  }

  ChainState state(Supplier<ChainState> asked) {
    return TRANSACTIONS.callAs(caller, asked);
  }

  List<AuditEntry> list(AuditQuery query) {
    return TRANSACTIONS.callAs(caller, () -> TRAIL.list(query, null, 50)).items();
  }

  String export(Format format) {
    return exported(caller, format);
  }

  /** Everything of a caller's organisation, as a file. */
  static String exported(Caller caller, Format format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Tenancy.runAs(caller, () -> write(format, out));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void write(Format format, ByteArrayOutputStream out) {
    try {
      EXPORTS.export(format, AuditQuery.ALL).content().writeTo(out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonObject price(String price) {
    return Json.createObjectBuilder().add("price", new BigDecimal(price)).build();
  }
}
