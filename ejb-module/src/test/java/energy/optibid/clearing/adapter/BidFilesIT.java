package energy.optibid.clearing.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import energy.optibid.bidding.BidQuery;
import energy.optibid.bidding.BidView;
import energy.optibid.exports.BidFiles;
import energy.optibid.exports.ExportFormat;
import energy.optibid.exports.ExportedFile;
import energy.optibid.exports.adapter.BidFileDesk;
import energy.optibid.shared.Caller;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files of bids on a real PostgreSQL. */
class BidFilesIT {
  private final ClearingBench bench = new ClearingBench();
  private final BidFiles files =
      new BidFileDesk(bench.bidding, bench.auctions, bench.world.assets());
  private final UUID auctionId = bench.world.openAuction();
  private final BidView bid = bench.submitted(auctionId, 2, "10", "5");

  private byte[] exported(ExportFormat format) {
    ExportedFile file = bench.act(() -> files.export(auctionId, Set.of(), format));
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      file.content().writeTo(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<BidView> read(String csv) {
    return bench.act(
        () -> files.read(auctionId, csv.getBytes(StandardCharsets.UTF_8), ExportFormat.CSV));
  }

  @Test
  void whatSaysTheSame_staysAsItIs() {
    for (ExportFormat format : List.of(ExportFormat.CSV, ExportFormat.XLSX)) {
      byte[] file = exported(format);
      assertEquals(List.of(bid), bench.act(() -> files.read(auctionId, file, format)));
    }
  }

  @Test
  void aChangedRow_isANewVersion_andAWordANewBid() {
    String csv = new String(exported(ExportFormat.CSV), StandardCharsets.UTF_8);
    String asset = bench.world.assetId().toString();
    String changed = csv.replaceFirst(",5\r\n", ",6\r\n");
    List<BidView> bids = read(changed);
    assertEquals(2, bids.get(0).versionNumber());
    assertEquals("draft", bids.get(0).state());
    List<BidView> made =
        read(
            "bid,asset_id,area,side,block,price_1,quantity_1\nmine,"
                + asset
                + ",NORD,sell,3,10,1\n");
    assertEquals(1, made.get(0).versionNumber());
    assertEquals(2, bench.act(() -> bench.bidding.list(BidQuery.ALL, null, 10)).items().size());
  }

  @Test
  void oneFault_keepsEverythingAsItWas() {
    String asset = bench.world.assetId().toString();
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                read(
                    "bid,version,asset_id,area,side,block,price_1,quantity_1\n"
                        + "good,,"
                        + asset
                        + ",NORD,sell,3,10,1\n"
                        + "bad,,"
                        + asset
                        + ",NORD,sell,99,10.001,900\n"
                        + bid.id()
                        + ",0,"
                        + asset
                        + ",NORD,sell,1,10,x\n"));
    assertEquals(
        List.of(
            "row 3, column block unknown_block",
            "row 3, column price_1 tick",
            "row 3, column quantity_1 capability",
            "row 4, column quantity_1 number",
            "row 4, column version stale_version"),
        refused.faults().stream().map(one -> one.field() + " " + one.code()).sorted().toList());
    assertEquals(1, bench.act(() -> bench.bidding.list(BidQuery.ALL, null, 10)).items().size());
    assertEquals(bid, bench.act(() -> bench.bidding.require(bid.id())));
  }

  @Test
  void othersBids_areNotFound() {
    Caller rival = bench.rival();
    assertEquals(
        ProblemCode.NOT_FOUND,
        assertThrows(
                ProblemException.class,
                () ->
                    bench.transactions.callAs(
                        rival, () -> files.export(auctionId, Set.of(), ExportFormat.CSV)))
            .code());
  }
}
