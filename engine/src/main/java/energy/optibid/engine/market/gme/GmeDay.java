package energy.optibid.engine.market.gme;

import energy.optibid.engine.clearing.BorderNode;
import energy.optibid.engine.clearing.ClearingProblem;
import energy.optibid.engine.clearing.ClearingRules;
import energy.optibid.engine.clearing.ExternalExchange;
import energy.optibid.engine.clearing.Link;
import energy.optibid.engine.clearing.Order;
import energy.optibid.engine.clearing.Side;
import energy.optibid.engine.clearing.Step;
import energy.optibid.engine.clearing.auction.AuctionPeriod;
import energy.optibid.engine.clearing.auction.AuctionProblem;
import energy.optibid.engine.clearing.auction.BlockOrder;
import energy.optibid.engine.market.ClearingParameters;
import energy.optibid.engine.rules.AuctionRules;
import energy.optibid.engine.units.DeliveryDay;
import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One delivery day of the market: its book and network, period by period, ready to be cleared. The
 * anonymous book of a zone and side is one order; own bids may be put beside it.
 */
public final class GmeDay implements Consumer<GmeRow> {
  private final AuctionRules rules;
  private final DeliveryDay day;
  private final List<Period> periods;
  private final Map<String, Block> blocks = new TreeMap<>();

  GmeDay(AuctionRules rules) {
    this.rules = rules;
    this.day = rules.day();
    this.periods = new ArrayList<>();
    for (int period = 0; period < day.blockCount(); period++) {
      periods.add(new Period());
    }
  }

  /** What the files say about one period. */
  private static final class Period {
    final Map<String, List<Step>> books = new TreeMap<>();
    final Map<String, Link> links = new TreeMap<>();
    final Map<String, Link> borderLinks = new TreeMap<>();
    final Map<String, ExternalExchange> exchanges = new TreeMap<>();
    final Map<String, BigDecimal> prices = new TreeMap<>();
    final Map<String, BigDecimal> flows = new TreeMap<>();
  }

  /** What the files say about one block order. */
  private record Block(GmeRow.BlockPeriod terms, SortedMap<Integer, Power> quantities) {}

  /** The rules of the day. */
  public AuctionRules rules() {
    return rules;
  }

  /** The day cut into periods. */
  public DeliveryDay day() {
    return day;
  }

  /** Id of the order that stands for the anonymous book of a zone and side. */
  public static String bookOrderId(String zone, Side side) {
    return "book:" + zone + ":" + (side == Side.BUY ? "demand" : "supply");
  }

  /** Published price of a zone, neighbour or index, with its own decimals. */
  public Optional<BigDecimal> publishedPrice(int period, String zone) {
    return Optional.ofNullable(at(period).prices.get(zone));
  }

  /** Published flow over a link in MWh, with its own decimals; the id is {@code FROM_TO}. */
  public Optional<BigDecimal> publishedFlow(int period, String linkId) {
    return Optional.ofNullable(at(period).flows.get(linkId));
  }

  @Override
  public void accept(GmeRow row) {
    Period period = at(row.period());
    if (row instanceof GmeRow.BookStep step) {
      period
          .books
          .computeIfAbsent(bookOrderId(step.zone(), step.side()), id -> new ArrayList<>())
          .add(new Step(step.price(), step.quantity()));
    } else if (row instanceof GmeRow.BlockPeriod b) {
      blocks
          .computeIfAbsent(b.blockId(), id -> new Block(b, new TreeMap<>()))
          .quantities
          .put(b.period(), b.quantity());
    } else if (row instanceof GmeRow.InternalCapacity c) {
      String id = c.from() + "_" + c.to();
      period.links.put(id, new Link(id, c.from(), c.to(), c.reverse(), c.forward()));
    } else if (row instanceof GmeRow.TransferCapacity c) {
      acceptBorder(period, c);
    } else if (row instanceof GmeRow.PublishedExchange x) {
      period.exchanges.put(
          x.zone() + "_" + x.externalZone(),
          new ExternalExchange(x.zone(), x.externalZone(), x.export()));
    } else if (row instanceof GmeRow.PublishedPrice p) {
      period.prices.put(p.zone(), p.price());
    } else if (row instanceof GmeRow.PublishedFlow f) {
      period.flows.put(f.from() + "_" + f.to(), f.flow());
    }
  }

  /** Links between two neighbours are no business of this market; its own come from elsewhere. */
  private void acceptBorder(Period period, GmeRow.TransferCapacity c) {
    boolean fromOwn = rules.zones().contains(c.from());
    if (fromOwn != rules.zones().contains(c.to())) {
      // A range that excludes zero would force a flow; no border of this market does.
      Power reverse = atLeastZero(c.minFlow().negated());
      Power forward = atLeastZero(c.maxFlow());
      period.borderLinks.put(c.id(), new Link(c.id(), c.from(), c.to(), reverse, forward));
    }
  }

  private static Power atLeastZero(Power power) {
    return power.kilowatts() < 0 ? Power.ZERO : power;
  }

  /**
   * What is missing to clear the day, one sentence each; empty when nothing is. A link, border or
   * book that appears in one period must appear in all.
   */
  public List<String> gaps(Boundary boundary) {
    List<String> gaps = new ArrayList<>();
    demand(gaps, "orders of", expectedBooks(), period -> period.books);
    demand(gaps, "capacity of link", seen(p -> p.links), p -> p.links);
    switch (boundary) {
      case EXCHANGES -> demand(gaps, "exchange", seen(p -> p.exchanges), p -> p.exchanges);
      case YESTERDAY ->
          demand(gaps, "capacity of border", seen(p -> p.borderLinks), p -> p.borderLinks);
      case PRICES -> {
        demand(gaps, "capacity of border", seen(p -> p.borderLinks), p -> p.borderLinks);
        demand(gaps, "price of neighbour", neighbours(), p -> p.prices);
      }
    }
    return gaps;
  }

  private void demand(
      List<String> gaps,
      String what,
      TreeSet<String> expected,
      Function<Period, Map<String, ?>> found) {
    String name = rules.deliveryDay() + ": no ";
    if (expected.isEmpty()) {
      gaps.add(name + what + " anything");
    }
    for (int number = 1; number <= periods.size(); number++) {
      for (String id : expected) {
        if (!found.apply(at(number)).containsKey(id)) {
          gaps.add(name + what + " " + id + " in period " + number);
        }
      }
    }
  }

  private TreeSet<String> expectedBooks() {
    TreeSet<String> ids = new TreeSet<>();
    for (String zone : rules.zones()) {
      for (Side side : Side.values()) {
        ids.add(bookOrderId(zone, side));
      }
    }
    return ids;
  }

  private TreeSet<String> seen(Function<Period, Map<String, ?>> part) {
    TreeSet<String> ids = new TreeSet<>();
    periods.forEach(period -> ids.addAll(part.apply(period).keySet()));
    return ids;
  }

  private TreeSet<String> neighbours() {
    TreeSet<String> ids = new TreeSet<>();
    periods.forEach(period -> period.borderLinks.values().forEach(l -> ids.add(neighbour(l))));
    return ids;
  }

  private String neighbour(Link link) {
    return rules.zones().contains(link.from()) ? link.to() : link.from();
  }

  /**
   * The clearing problem of one period.
   *
   * @param number 1 … number of periods of the day
   * @throws IllegalStateException when something is missing, see {@link #gaps(Boundary)}
   */
  public ClearingProblem problem(int number, Boundary boundary) {
    Period period = at(number);
    List<Order> orders = new ArrayList<>();
    for (String zone : rules.zones()) {
      for (Side side : Side.values()) {
        String id = bookOrderId(zone, side);
        orders.add(new Order(id, zone, side, period.books.getOrDefault(id, List.of())));
      }
    }
    List<Link> links = new ArrayList<>(period.links.values());
    List<BorderNode> borders = new ArrayList<>();
    List<ExternalExchange> exchanges = List.of();
    switch (boundary) {
      case EXCHANGES -> exchanges = List.copyOf(period.exchanges.values());
      case YESTERDAY -> {
        // what stands at the borders comes from elsewhere
      }
      case PRICES -> {
        links.addAll(period.borderLinks.values());
        TreeSet<String> names = new TreeSet<>();
        period.borderLinks.values().forEach(link -> names.add(neighbour(link)));
        names.forEach(name -> borders.add(new BorderNode(name, borderPrice(period, name))));
      }
    }
    return new ClearingProblem(
        day.block(number), rules.zones(), orders, links, exchanges, borders, clearingRules());
  }

  /** The day's block orders, by id; all-or-none, for the files say nothing of curtailing. */
  public List<BlockOrder> blocks() {
    return blocks.values().stream()
        .map(
            block ->
                BlockOrder.whole(
                    block.terms.blockId(),
                    block.terms.zone(),
                    block.terms.side(),
                    block.terms.price(),
                    block.quantities))
        .toList();
  }

  /** What the market published about a block. */
  public Optional<PublishedDecision> publishedDecision(String blockId) {
    return Optional.ofNullable(blocks.get(blockId)).map(block -> block.terms.decision());
  }

  /**
   * The whole day with its blocks left to the engine; the books must be those without blocks.
   *
   * @throws IllegalStateException when something is missing, see {@link #gaps(Boundary)}
   */
  public AuctionProblem auction(Boundary boundary) {
    List<ClearingProblem> problems =
        IntStream.rangeClosed(1, periods.size()).mapToObj(n -> problem(n, boundary)).toList();
    return new AuctionProblem(
        rules.zones(),
        problems.stream().map(AuctionPeriod::of).toList(),
        blocks(),
        List.of(),
        List.of(),
        List.of(),
        clearingRules(),
        rules.publicationTick(),
        rules.partialBlockAtTheMoney());
  }

  /** Published exchanges of a period. */
  List<ExternalExchange> exchanges(int number) {
    return List.copyOf(at(number).exchanges.values());
  }

  /** Capacity of each border of a period, in the direction the file names it. */
  List<Link> borders(int number) {
    return List.copyOf(at(number).borderLinks.values());
  }

  /** Published prices may carry more decimals than a price of the engine: half-even to 10⁻⁴. */
  private static Price borderPrice(Period period, String neighbour) {
    BigDecimal price = period.prices.get(neighbour);
    if (price == null) {
      throw new IllegalStateException("no price of neighbour " + neighbour);
    }
    return Price.of(price.setScale(Price.SCALE, RoundingMode.HALF_EVEN));
  }

  /** The pack's parameters as the clearing takes them. */
  public ClearingRules clearingRules() {
    return ClearingParameters.of(rules);
  }

  private Period at(int number) {
    return periods.get(number - 1);
  }
}
