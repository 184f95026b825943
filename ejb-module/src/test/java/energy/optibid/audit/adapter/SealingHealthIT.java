package energy.optibid.audit.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.operations.Service;
import energy.optibid.operations.adapter.AuditService;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.Tenants;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What the operator hears when seals fall behind. */
class SealingHealthIT {
  private static final PostgresServer SERVER = PostgresServer.shared();

  private final Caller caller = Tenants.create(SERVER);
  private final AuditService health = new AuditService(SERVER.systemConnections());

  @Test
  void anEntryThatWaitsTooLongForItsSeal_isDown_untilItIsSealed() throws SQLException {
    try (Connection sealer = SERVER.settings().openAsSystem()) {
      AuditSealer.sealAll(sealer);
      assertEquals(Service.Condition.UP, health.ask().state());
      append("30 seconds");
      assertEquals(Service.Condition.UP, health.ask().state());
      append("2 minutes");
      Service.State late = health.ask();
      assertEquals(Service.Condition.DOWN, late.state());
      assertEquals("2 entries wait for their seal", late.detail());
      assertTrue(late.figures().getOrDefault("oldestMs", 0L) >= 120_000, late.toString());
      AuditSealer.sealAll(sealer);
      Service.State sealed = health.ask();
      assertEquals(Service.Condition.UP, sealed.state());
      assertEquals(0L, sealed.figures().get("waiting"));
    }
  }

  private void append(String age) {
    SERVER.execute(
        """
        insert into audit_entry (id, organization_id, at, actor, actor_kind, action, subject_type,
          subject_id, after)
        values ('%s', '%s', now() - interval '%s', '%s', 'user', 'entry', 'thing', '%s', '{}')"""
            .formatted(Ids.next(), caller.organization(), age, caller.userId(), Ids.next()));
  }
}
