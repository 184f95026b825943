package energy.optibid.gateway.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.optibid.bidding.BidView;
import energy.optibid.gateway.ConnectionTest;
import energy.optibid.gateway.adapter.StubExchange.Behaviour;
import energy.optibid.gateway.domain.ConnectionSettings;
import energy.optibid.gateway.domain.ExchangeLink;
import energy.optibid.gateway.domain.ExchangeLinks;
import energy.optibid.gateway.domain.ExchangeMessage;
import energy.optibid.gateway.domain.LinkAnswer;
import energy.optibid.gateway.domain.ResultFile;
import energy.optibid.gateway.domain.UnreadableFile;
import energy.optibid.shared.ProblemCode;
import energy.optibid.shared.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Submissions, amendments and withdrawals at random, to an exchange that misbehaves at random, by a
 * server that dies at random: afterwards both sides hold the same, and each order took effect once.
 */
class OnceInEffectIT {
  private static final int STEPS = 30;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverGoesWrong_bothSidesHoldTheSame_andEachOrderTookEffectOnce(long seed) {
    GatewayBench bench = new GatewayBench();
    Random random = new Random(seed);
    try (StubExchange exchange = new StubExchange()) {
      bench.connect(exchange, 150);
      UUID auction = bench.auction();
      List<UUID> bids = new ArrayList<>();
      Random chaos = new Random(seed * 31);
      exchange.behave(request -> misbehaviour(request, chaos));
      MessageSender dying = bench.sender(links -> new DyingLinks(links, chaos));
      for (int step = 0; step < STEPS; step++) {
        act(bench, auction, bids, random);
        for (int i = random.nextInt(4); i > 0; i--) {
          survive(dying);
        }
        bench.clock.advance(Duration.ofSeconds(random.nextInt(20)));
      }
      exchange.behave(request -> Behaviour.PROPER);
      bench.drain(bench.sender(links -> links));
      exchange.catchUp();

      assertEquals(exchange.held(), bench.acknowledged(auction), "held on both sides");
      for (String entry : Set.copyOf(exchange.journal())) {
        assertEquals(1, exchange.effects(entry), entry);
      }
      assertEquals(
          0,
          bench.count(
              "select count(*) from submission where auction_id = ? and state in"
                  + " ('queued', 'sent', 'in_doubt', 'withdraw_requested')",
              auction),
          "left open");
      assertEquals(0, exchange.forgedRequests());
      assertEquals(0, bench.count("select count(*) from exchange_fault"), "contradictions");
      assertTrue(exchange.journal().size() > 3, exchange.journal().toString());
    }
  }

  private static Behaviour misbehaviour(String request, Random chaos) {
    synchronized (chaos) {
      Behaviour[] all = Behaviour.values();
      Behaviour wanted = chaos.nextInt(3) == 0 ? Behaviour.PROPER : all[chaos.nextInt(all.length)];
      // a question changes nothing, however late it is answered
      boolean harmless = request.startsWith("GET") && wanted == Behaviour.ACTS_LATE;
      return harmless ? Behaviour.FAILS_BEFORE : wanted;
    }
  }

  /** Somebody at the desk does something; what the state forbids is refused and nothing else. */
  private static void act(GatewayBench bench, UUID auction, List<UUID> bids, Random random) {
    int dice = random.nextInt(10);
    if (bids.isEmpty() || dice < 3) {
      bids.add(bench.submitted(auction, "1").id());
      return;
    }
    BidView bid = bench.seen(bids.get(random.nextInt(bids.size())));
    if (dice < 5) {
      allowed(() -> bench.act(() -> bench.bidding.cancel(bid.id(), bid.version())));
    } else if (dice < 8) {
      allowed(
          () -> {
            String megawatts = Integer.toString(1 + random.nextInt(5));
            BidView amended =
                bench.act(
                    () ->
                        bench.bidding.amend(
                            bid.id(), bid.version(), bench.sell(auction, megawatts)));
            return bench.act(() -> bench.bidding.submit(bid.id(), amended.version()));
          });
    } else {
      allowed(() -> bench.act(() -> bench.bidding.submit(bid.id(), bid.version())));
    }
  }

  private static void allowed(Supplier<BidView> action) {
    try {
      BidView ignored = action.get();
    } catch (ProblemException refused) {
      assertEquals(ProblemCode.ILLEGAL_TRANSITION, refused.code(), refused.detail());
    }
  }

  private static void survive(MessageSender sender) {
    try {
      boolean ignored = sender.next();
    } catch (Death death) {
      // another server comes by when the claim has ended
    }
  }

  /** The server is gone: nothing of what follows happens. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** Has the server die before a call leaves, or after it came back and before that is noted. */
  private record DyingLinks(ExchangeLinks links, Random chaos) implements ExchangeLinks {
    @Override
    public ExchangeLink of(ConnectionSettings settings) {
      ExchangeLink link = links.of(settings);
      return new ExchangeLink() {
        @Override
        public LinkAnswer place(ExchangeMessage order) {
          return orDie(() -> link.place(order));
        }

        @Override
        public LinkAnswer takeBack(ExchangeMessage order) {
          return orDie(() -> link.takeBack(order));
        }

        @Override
        public LinkAnswer bar(ExchangeMessage order) {
          return orDie(() -> link.bar(order));
        }

        @Override
        public LinkAnswer ask(ExchangeMessage order) {
          return orDie(() -> link.ask(order));
        }

        @Override
        public Instant askAt(ExchangeMessage order, Instant now) {
          return link.askAt(order, now);
        }

        @Override
        public Optional<ResultFile> result(String marketCode, LocalDate day) throws UnreadableFile {
          return link.result(marketCode, day);
        }

        @Override
        public ConnectionTest test() {
          return link.test();
        }
      };
    }

    private LinkAnswer orDie(Supplier<LinkAnswer> call) {
      if (dice() == 0) {
        throw new Death();
      }
      LinkAnswer answer = call.get();
      if (dice() == 0) {
        throw new Death();
      }
      return answer;
    }

    private int dice() {
      synchronized (chaos) {
        return chaos.nextInt(8);
      }
    }
  }
}
