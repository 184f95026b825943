package energy.optibid.it.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import energy.optibid.local.LocalNginx;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both nodes as one address, by nginx as it is shipped. */
@Tag("nodes")
class BehindNginxIT {
  static final Path SHIPPED = Path.of("..", "config", "nginx", "optibid.conf");
  private static final int SOCKETS = 6;

  private final List<Live> sockets = new ArrayList<>();
  private LocalNginx nginx;

  @BeforeEach
  void start(@TempDir Path folder) {
    nginx = new LocalNginx(folder, SHIPPED);
    nginx.start(List.of(Node.SERVER.port(), Node.MICRO.port()));
  }

  @AfterEach
  void end() {
    sockets.forEach(Live::close);
    nginx.close();
  }

  /** On both nodes: requests and sockets go to them in turn. */
  private void open(String token, String... channels) {
    for (int i = 0; i < SOCKETS; i++) {
      Live live = Live.open(nginx.url(), token);
      sockets.add(live);
      List.of(channels).forEach(live::subscribe);
      live.untilPong();
    }
  }

  @Test
  void eventsAndPrices_areHeardByEverySocket_whicheverNodeCausedThem() {
    open(Api.tokenOf(SandboxDay.OWNER), "bids", MarketFeed.CHANNEL);
    try (SandboxDay day = SandboxDay.openedBy(Api.as(SandboxDay.OWNER).at(nginx.url()))) {
      day.advance();
      JsonObject auction = day.auction("sim-dam", 1);
      String plant = day.asset("thermal", "W2", 100, 0);
      for (int i = 0; i < 2; i++) {
        String bid = day.bid(auction, plant, "W2", "sell", "[{\"price\":2500,\"quantity\":10}]");
        sockets.forEach(live -> live.updatesOf(bid, "bid.submitted"));
      }
    }
    MarketFeed feed = MarketFeed.at(nginx.url());
    for (int i = 0; i < 4; i++) {
      long price = feed.tell();
      sockets.forEach(live -> live.untilTick(price));
    }
  }

  @Test
  void signedOut_everySocketEnds() {
    String token = Api.freshTokenOf("viewer@demo");
    open(token);
    Api.withToken(token).at(nginx.url()).post("/api/v1/auth/logout", "").expect(204);
    sockets.forEach(live -> assertEquals(4401, live.closeCode()));
  }
}
