package energy.optibid.exports.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.exports.ExportFormat;
import energy.optibid.exports.ExportedFile;
import energy.optibid.shared.Caller;
import energy.optibid.shared.Ids;
import energy.optibid.shared.ProblemException;
import energy.optibid.testing.LocalTransactions;
import energy.optibid.testing.PostgresServer;
import energy.optibid.testing.SandboxWorld;
import energy.optibid.testing.Tenants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the system operator gets of a day: final awards net by asset and block, and schedules. */
class ScheduleExportIT {
  private static final LocalDate DAY = SandboxWorld.DAY;
  private static final String HEAD =
      "delivery_day,asset_id,asset,area,block,starts_at_utc,awarded_mw,implemented_mw";

  private final PostgresServer server = PostgresServer.shared();
  private final SandboxWorld world = new SandboxWorld(server);
  private final LocalTransactions transactions = world.transactions();
  private final ScheduleExportDesk desk = new ScheduleExportDesk(transactions);

  @BeforeEach
  void aResultOfTwoBids() {
    String organization = world.caller().organization().toString();
    UUID auction = world.openAuction();
    UUID connection = Ids.next();
    UUID result = Ids.next();
    server.execute(
        """
        insert into exchange_connection (id, organization_id, operator_code, kind, enabled,
          timeout_ms, attempts, created_at, version)
        values ('%1$s', '%2$s', 'gme', 'simulated', true, 5000, 5, now(), 1);
        insert into exchange_result (id, organization_id, connection_id, market_code, delivery_day,
          revision, digest, read_at)
        values ('%3$s', '%2$s', '%1$s', 'gme-mgp', '%4$s', 1, '', now())"""
            .formatted(connection, organization, result, DAY));
    award(auction, result, "sell", "5", 1, "final");
    UUID revised = award(auction, result, "sell", "9", 1, "final");
    award(auction, result, revised, "sell", "4", 2, "curtailed");
    award(auction, result, "buy", "1.5", 1, "final");
    award(auction, result, "sell", "100", 1, "provisional");
    server.execute(
        """
        insert into implemented_schedule (organization_id, asset_id, delivery_day, revision, source,
          injection_mw, recorded_at, recorded_by)
        values ('%1$s', '%2$s', '%3$s', 1, 'a', '{1,1}', now(), '%4$s'),
               ('%1$s', '%2$s', '%3$s', 2, 'a', '{7,8.25}', now(), '%4$s')"""
            .formatted(organization, world.assetId(), DAY, world.caller().userId()));
  }

  private UUID award(
      UUID auction, UUID result, String side, String megawatts, int revision, String status) {
    UUID submission = Ids.next();
    award(auction, result, submission, side, megawatts, revision, status);
    return submission;
  }

  private void award(
      UUID auction,
      UUID result,
      UUID submission,
      String side,
      String megawatts,
      int revision,
      String status) {
    server.execute(
        """
        set session_replication_role = replica; -- the bids behind it are of no concern
        insert into exchange_award (result_id, organization_id, auction_id, bid_id, submission_id,
          asset_id, area_code, side, block, starts_at, offered_mw, awarded_mw, awarded_mwh, price,
          currency, revision, status)
        values ('%s', '%s', '%s', '%s', '%s', '%s', 'NORD', '%s', 1, '2025-04-01T22:00:00Z', 200,
          %s, %s, 60, 'EUR', %d, '%s')"""
            .formatted(
                result,
                world.caller().organization(),
                auction,
                Ids.next(),
                submission,
                world.assetId(),
                side,
                megawatts,
                megawatts,
                revision,
                status));
  }

  @Test
  void finalAwards_areNetByBlock_besideTheLatestSchedule() throws IOException {
    String plant = DAY + "," + world.assetId() + ",Plant,NORD,";
    assertEquals(
        List.of(HEAD, plant + "1,2025-04-01T22:00:00Z,7.5,7", plant + "2,,0,8.25"),
        lines(world.caller(), null));
    assertEquals(List.of(HEAD), lines(world.caller(), Ids.next()));
  }

  @Test
  void ofAnotherOrganisation_thereIsNothing() throws IOException {
    assertEquals(List.of(HEAD), lines(Tenants.create(server), null));
  }

  @Test
  void parquet_isRefused() {
    assertThrows(
        ProblemException.class,
        () ->
            transactions.callAs(
                world.caller(), () -> desk.schedules(DAY, null, null, ExportFormat.PARQUET)));
  }

  private List<String> lines(Caller caller, @Nullable UUID asset) throws IOException {
    ExportedFile file =
        transactions.callAs(caller, () -> desk.schedules(DAY, asset, null, ExportFormat.CSV));
    assertEquals("schedules_2025-04-02.csv", file.name());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.content().writeTo(out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
