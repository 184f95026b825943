package energy.optibid.engine.termahead;

import energy.optibid.engine.units.Power;
import energy.optibid.engine.units.Price;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A single-sided reverse auction with one price: the cheapest offers cover the need, and each award
 * is paid what the dearest accepted one asked. The delivery is the same in every period, so one
 * quantity says all of it.
 */
public final class ReverseAuction {
  private ReverseAuction() {}

  /**
   * What a seller offers.
   *
   * @param id unique in the auction; the order of ids breaks the last ties of lot rounding
   * @param price per MWh
   * @param quantity at that price or a higher one, positive
   * @param minimum least of it that may be accepted; zero where any part may
   */
  public record Offer(String id, Price price, Power quantity, Power minimum) {
    /**
     * @throws IllegalArgumentException if the quantity is not positive, or the minimum negative or
     *     above it
     */
    public Offer {
      if (quantity.kilowatts() <= 0 || minimum.kilowatts() < 0 || minimum.compareTo(quantity) > 0) {
        throw new IllegalArgumentException(
            "offer " + id + " is of " + quantity + ", at least " + minimum);
      }
    }
  }

  /**
   * What a buyer seeks.
   *
   * @param quantity most it takes, positive
   * @param reserve dearest price it pays per MWh
   * @param lot every quantity is a multiple of it
   */
  public record Requirement(Power quantity, Price reserve, Power lot) {
    /**
     * @throws IllegalArgumentException if the lot is not positive or the quantity no positive
     *     multiple of it
     */
    public Requirement {
      if (lot.kilowatts() <= 0
          || quantity.kilowatts() <= 0
          || quantity.kilowatts() % lot.kilowatts() != 0) {
        throw new IllegalArgumentException(quantity + " is no multiple of the lot " + lot);
      }
    }
  }

  /** What an offer is given; zero where nothing. */
  public record Award(String id, Power accepted) {}

  /**
   * The outcome.
   *
   * @param price every award's price per MWh; null if nothing was accepted
   * @param accepted sum of the awards
   * @param awards one per offer, by id
   */
  public record Result(@Nullable Price price, Power accepted, List<Award> awards) {
    public Result {
      awards = List.copyOf(awards);
    }
  }

  /**
   * Accepts offers by price. Offers of one price share what is still sought in proportion to their
   * quantity, rounded to the lot by the largest remainder. An offer whose share falls below its
   * minimum is passed over and the rest is shared again without it, the smallest share first. Pure;
   * the order of the offers does not matter.
   *
   * @throws IllegalArgumentException if an id appears twice or a quantity is no multiple of the lot
   */
  public static Result clear(Requirement requirement, List<Offer> offers) {
    Set<String> ids = new HashSet<>();
    for (Offer offer : offers) {
      if (!ids.add(offer.id())) {
        throw new IllegalArgumentException("offer " + offer.id() + " appears twice");
      }
      if (offer.quantity().kilowatts() % requirement.lot().kilowatts() != 0) {
        throw new IllegalArgumentException(
            "offer " + offer.id() + " is no multiple of the lot " + requirement.lot());
      }
    }
    List<Offer> byPrice =
        offers.stream()
            .sorted(Comparator.comparing(Offer::price).thenComparing(Offer::id))
            .toList();
    List<Award> awards = new ArrayList<>(offers.size());
    long sought = requirement.quantity().kilowatts();
    Price price = null;
    for (int first = 0; first < byPrice.size(); ) {
      int next = endOfPrice(byPrice, first);
      List<Offer> level = byPrice.subList(first, next);
      boolean affordable = level.get(0).price().compareTo(requirement.reserve()) <= 0;
      List<Award> given = share(level, affordable ? sought : 0, requirement.lot().kilowatts());
      long accepted = given.stream().mapToLong(award -> award.accepted().kilowatts()).sum();
      if (accepted > 0) {
        price = level.get(0).price();
        sought -= accepted;
      }
      awards.addAll(given);
      first = next;
    }
    awards.sort(Comparator.comparing(Award::id));
    return new Result(price, new Power(requirement.quantity().kilowatts() - sought), awards);
  }

  private static int endOfPrice(List<Offer> byPrice, int first) {
    int next = first;
    while (next < byPrice.size() && byPrice.get(next).price().equals(byPrice.get(first).price())) {
      next++;
    }
    return next;
  }

  private static List<Award> share(List<Offer> level, long sought, long lot) {
    List<Offer> sharing = new ArrayList<>(level);
    List<Award> awards = new ArrayList<>(level.size());
    while (true) {
      long[] shares = proRata(sharing, sought, lot);
      int refused = smallestBelowMinimum(sharing, shares);
      if (refused < 0) {
        for (int i = 0; i < shares.length; i++) {
          awards.add(new Award(sharing.get(i).id(), new Power(shares[i])));
        }
        return awards;
      }
      awards.add(new Award(sharing.remove(refused).id(), Power.ZERO));
    }
  }

  private static int smallestBelowMinimum(List<Offer> offers, long[] shares) {
    int found = -1;
    for (int i = 0; i < shares.length; i++) {
      boolean tooLittle = shares[i] < offers.get(i).minimum().kilowatts();
      if (tooLittle && (found < 0 || shares[i] < shares[found])) {
        found = i;
      }
    }
    return found;
  }

  /** Whole lots in proportion to the quantities; the largest remainders get the lots left over. */
  private static long[] proRata(List<Offer> offers, long sought, long lot) {
    long offered = offers.stream().mapToLong(offer -> offer.quantity().kilowatts()).sum();
    long total = Math.min(sought, offered);
    long[] shares = new long[offers.size()];
    if (offered == 0) {
      return shares;
    }
    List<Integer> byRemainder = new ArrayList<>();
    BigInteger[] remainders = new BigInteger[shares.length];
    long given = 0;
    for (int i = 0; i < shares.length; i++) {
      BigInteger[] lots =
          BigInteger.valueOf(offers.get(i).quantity().kilowatts())
              .multiply(BigInteger.valueOf(total))
              .divideAndRemainder(BigInteger.valueOf(offered).multiply(BigInteger.valueOf(lot)));
      shares[i] = Math.multiplyExact(lots[0].longValueExact(), lot);
      remainders[i] = lots[1];
      given += shares[i];
      byRemainder.add(i);
    }
    byRemainder.sort(
        Comparator.<Integer, BigInteger>comparing(i -> remainders[i])
            .reversed()
            .thenComparing(i -> offers.get(i).id()));
    for (int k = 0; given < total; k++, given += lot) {
      shares[byRemainder.get(k)] += lot;
    }
    return shares;
  }
}
