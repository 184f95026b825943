package energy.optibid.exports.domain;

import energy.optibid.bidding.BidDraft;
import energy.optibid.bidding.BidSide;
import energy.optibid.exports.domain.Sheet.Line;
import energy.optibid.shared.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bids read from a sheet. Rows of one bid need not stand together; their order is kept. */
public final class BidSheet {
  private static final Set<String> REQUIRED =
      Set.of(BidColumns.BID, BidColumns.AREA, BidColumns.SIDE, BidColumns.BLOCK);
  private static final int LONGEST_NUMBER = 40;

  private final Sheet sheet;
  private final UUID auctionId;
  private final Function<String, Optional<UUID>> assetByName;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Bid> bids = new LinkedHashMap<>();
  private final int points;

  /**
   * A bid of the sheet.
   *
   * @param key what its column {@code bid} says
   * @param version the one it was exported at; null where the sheet says none
   * @param addresses the cells by JSON pointer into the draft
   */
  public record Bid(
      String key, @Nullable Long version, BidDraft draft, Map<String, String> addresses) {
    public Bid {
      addresses = Map.copyOf(addresses);
    }

    /** The cell of a fault in the draft: its own, or that of what it sits in. */
    public String address(String pointer) {
      String at = pointer;
      while (!at.isEmpty() && !addresses.containsKey(at)) {
        at = at.substring(0, at.lastIndexOf('/'));
      }
      return addresses.getOrDefault(at, pointer);
    }
  }

  private BidSheet(Sheet sheet, UUID auctionId, Function<String, Optional<UUID>> assetByName) {
    this.sheet = sheet;
    this.auctionId = auctionId;
    this.assetByName = assetByName;
    int most = 1;
    while (sheet.header().contains(BidColumns.price(most + 1))) {
      most++;
    }
    this.points = most;
  }

  /** What a sheet says, and what in it cannot be read. */
  public record Reading(List<Bid> bids, List<Fault> faults) {
    public Reading {
      bids = List.copyOf(bids);
      faults = List.copyOf(faults);
    }
  }

  /**
   * Reads a sheet.
   *
   * @param assetByName the id of the caller's one asset of that name
   */
  public static Reading read(
      Sheet sheet, UUID auctionId, Function<String, Optional<UUID>> assetByName) {
    return new BidSheet(sheet, auctionId, assetByName).read();
  }

  private Reading read() {
    header();
    if (!faults.isEmpty()) {
      return new Reading(List.of(), faults);
    }
    Map<String, List<Line>> byBid = new LinkedHashMap<>();
    for (Line line : sheet.lines()) {
      String key = sheet.cell(line, BidColumns.BID);
      if (key.isEmpty()) {
        add(line, BidColumns.BID, "required", "Say which bid, or any word for a new one.");
      } else {
        byBid.computeIfAbsent(key, bid -> new ArrayList<>()).add(line);
      }
    }
    if (byBid.isEmpty() && faults.isEmpty()) {
      faults.add(new Fault("row 2", "required", "The file has no bid."));
    }
    byBid.forEach((key, lines) -> bids.put(key, bid(key, lines)));
    return new Reading(List.copyOf(bids.values()), faults);
  }

  private void header() {
    Set<String> known = new HashSet<>();
    BidColumns.all(points).forEach(column -> known.add(column.name()));
    Set<String> seen = new HashSet<>();
    for (String column : sheet.header()) {
      if (!known.contains(column)) {
        faults.add(
            new Fault(
                sheet.address(1, column), "unknown_column", "There is no column " + column + "."));
      } else if (!seen.add(column)) {
        faults.add(
            new Fault(sheet.address(1, column), "duplicate_column", column + " appears twice."));
      }
    }
    for (String column : REQUIRED.stream().sorted().toList()) {
      if (!seen.contains(column)) {
        faults.add(
            new Fault(
                "row 1, column " + column, "required", "The column " + column + " is missing."));
      }
    }
  }

  private Bid bid(String key, List<Line> lines) {
    Map<String, String> addresses = new LinkedHashMap<>();
    Line first = lines.get(0);
    addresses.put(
        "/assetId",
        at(
            first,
            sheet.header().contains(BidColumns.ASSET_ID) ? BidColumns.ASSET_ID : BidColumns.ASSET));
    addresses.put("/areaCode", at(first, BidColumns.AREA));
    addresses.put("/side", at(first, BidColumns.SIDE));
    addresses.put("/carryOver", at(first, BidColumns.CARRY_OVER));
    addresses.put("/blocks", at(first, BidColumns.BLOCK));
    addresses.put("/blockOrders", at(first, BidColumns.BLOCK_ORDER));
    addresses.put("/auctionId", at(first, BidColumns.BID));
    for (String column :
        List.of(
            BidColumns.VERSION,
            BidColumns.ASSET,
            BidColumns.ASSET_ID,
            BidColumns.AREA,
            BidColumns.SIDE,
            BidColumns.LABEL,
            BidColumns.CARRY_OVER)) {
      same(lines, column);
    }
    List<BidDraft.Block> blocks = new ArrayList<>();
    Map<String, List<Line>> orders = new LinkedHashMap<>();
    for (Line line : lines) {
      String order = sheet.cell(line, BidColumns.BLOCK_ORDER);
      if (order.isEmpty()) {
        blocks.add(block(line, "/blocks/" + blocks.size(), addresses));
      } else {
        orders.computeIfAbsent(order, id -> new ArrayList<>()).add(line);
      }
    }
    List<BidDraft.BlockOrder> blockOrders = new ArrayList<>();
    orders.forEach(
        (id, parts) ->
            blockOrders.add(order(id, parts, "/blockOrders/" + blockOrders.size(), addresses)));
    String label = sheet.cell(first, BidColumns.LABEL);
    return new Bid(
        key,
        whole(first, BidColumns.VERSION).map(Integer::longValue).orElse(null),
        new BidDraft(
            auctionId,
            asset(first),
            blankAsNull(sheet.cell(first, BidColumns.AREA)),
            side(first),
            label.isEmpty() ? null : label,
            blocks,
            flag(first, BidColumns.CARRY_OVER),
            blockOrders),
        addresses);
  }

  private BidDraft.Block block(Line line, String pointer, Map<String, String> addresses) {
    addresses.put(pointer, at(line, BidColumns.BLOCK));
    int last = 0;
    for (int point = 1; point <= points; point++) {
      if (!sheet.cell(line, BidColumns.price(point)).isEmpty()
          || !sheet.cell(line, BidColumns.quantity(point)).isEmpty()) {
        last = point;
      }
    }
    List<BidDraft.Point> curve = new ArrayList<>();
    addresses.put(pointer + "/points", at(line, BidColumns.price(1)));
    for (int point = 1; point <= last; point++) {
      String cell = pointer + "/points/" + (point - 1);
      addresses.put(cell + "/price", at(line, BidColumns.price(point)));
      addresses.put(cell + "/quantity", at(line, BidColumns.quantity(point)));
      curve.add(
          new BidDraft.Point(
              number(line, BidColumns.price(point)), number(line, BidColumns.quantity(point))));
    }
    return new BidDraft.Block(whole(line, BidColumns.BLOCK).orElse(null), curve);
  }

  private BidDraft.BlockOrder order(
      String id, List<Line> lines, String pointer, Map<String, String> addresses) {
    Line first = lines.get(0);
    for (String column :
        List.of(
            BidColumns.price(1),
            BidColumns.RATIO,
            BidColumns.PARENT,
            BidColumns.GROUP,
            BidColumns.FLEXIBLE)) {
      same(lines, column);
    }
    addresses.put(pointer + "/id", at(first, BidColumns.BLOCK_ORDER));
    addresses.put(pointer + "/price", at(first, BidColumns.price(1)));
    addresses.put(pointer + "/minimumAcceptanceRatio", at(first, BidColumns.RATIO));
    addresses.put(pointer + "/parent", at(first, BidColumns.PARENT));
    addresses.put(pointer + "/exclusiveGroup", at(first, BidColumns.GROUP));
    addresses.put(pointer + "/flexible", at(first, BidColumns.FLEXIBLE));
    addresses.put(pointer + "/profile", at(first, BidColumns.BLOCK));
    List<BidDraft.Quantity> profile = new ArrayList<>();
    for (Line line : lines) {
      String cell = pointer + "/profile/" + profile.size();
      addresses.put(cell + "/block", at(line, BidColumns.BLOCK));
      addresses.put(cell + "/quantity", at(line, BidColumns.quantity(1)));
      profile.add(
          new BidDraft.Quantity(
              whole(line, BidColumns.BLOCK).orElse(null), number(line, BidColumns.quantity(1))));
    }
    return new BidDraft.BlockOrder(
        id,
        profile,
        number(first, BidColumns.price(1)),
        number(first, BidColumns.RATIO),
        blankAsNull(sheet.cell(first, BidColumns.PARENT)),
        blankAsNull(sheet.cell(first, BidColumns.GROUP)),
        flag(first, BidColumns.FLEXIBLE));
  }

  /** What is said once for several rows is the same in each of them. */
  private void same(List<Line> lines, String column) {
    String first = sheet.cell(lines.get(0), column);
    for (Line line : lines) {
      if (!sheet.cell(line, column).equals(first)) {
        add(
            line,
            column,
            "differs",
            "Row %d says otherwise; all rows of it say the same.".formatted(lines.get(0).number()));
      }
    }
  }

  private @Nullable UUID asset(Line line) {
    String id = sheet.cell(line, BidColumns.ASSET_ID);
    String name = sheet.cell(line, BidColumns.ASSET);
    if (!id.isEmpty()) {
      try {
        return UUID.fromString(id);
      } catch (IllegalArgumentException e) {
        add(line, BidColumns.ASSET_ID, "unknown_asset", id + " is no id of an asset.");
      }
      return null;
    }
    if (name.isEmpty()) {
      return null;
    }
    Optional<UUID> found = assetByName.apply(name);
    if (found.isEmpty()) {
      add(line, BidColumns.ASSET, "unknown_asset", "There is not one asset named " + name + ".");
    }
    return found.orElse(null);
  }

  private @Nullable BidSide side(Line line) {
    String word = sheet.cell(line, BidColumns.SIDE).toLowerCase(Locale.ROOT);
    Optional<BidSide> side = BidSide.ofCode(word);
    if (side.isEmpty() && !word.isEmpty()) {
      add(line, BidColumns.SIDE, "unknown_value", "Must be buy or sell.");
    }
    return side.orElse(null);
  }

  private boolean flag(Line line, String column) {
    String word = sheet.cell(line, column).toLowerCase(Locale.ROOT);
    boolean yes = word.equals("yes") || word.equals("true");
    if (!yes && !word.isEmpty() && !word.equals("no") && !word.equals("false")) {
      add(line, column, "unknown_value", "Must be yes, no or empty.");
    }
    return yes;
  }

  private @Nullable BigDecimal number(Line line, String column) {
    String text = sheet.cell(line, column);
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() <= LONGEST_NUMBER && text.matches("[+-]?\\d+(\\.\\d*)?")) {
      return new BigDecimal(text);
    }
    add(line, column, "number", text + " is no number with a decimal point.");
    return null;
  }

  private Optional<Integer> whole(Line line, String column) {
    String text = sheet.cell(line, column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Integer.valueOf(text));
    }
    add(line, column, "number", text + " is no whole number.");
    return Optional.empty();
  }

  private static @Nullable String blankAsNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private String at(Line line, String column) {
    return sheet.address(line.number(), column);
  }

  private void add(Line line, String column, String code, String message) {
    faults.add(new Fault(at(line, column), code, message));
  }
}
