package energy.optibid.engine.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the companies of an exchange: how many of each kind, where, how large, at what cost. */
final class Roster {
  private static final long SIZE = 11;
  private static final long UNITS = 12;
  private static final long COST = 13;

  private Roster() {}

  static List<Participant> of(long seed) {
    List<Participant> roster = new ArrayList<>();
    for (ParticipantKind kind : ParticipantKind.values()) {
      for (Area area : Area.ALL) {
        addArea(roster, seed, kind, area);
      }
    }
    return List.copyOf(roster);
  }

  private static void addArea(
      List<Participant> roster, long seed, ParticipantKind kind, Area area) {
    double share = area.share(kind) / Area.totalShare(kind);
    if (share == 0) {
      return;
    }
    int count = (int) Math.max(1, Math.round(count(kind) * share));
    double[] sizes = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sizes[i] =
          Draws.between(
              Draws.key(Draws.key(seed, SIZE), kind.ordinal(), area.ordinal(), i), 0.4, 1.6);
      sum += sizes[i];
    }
    for (int i = 0; i < count; i++) {
      double megawatts = totalMegawatts(kind) * share * sizes[i] / sum;
      int number = roster.size();
      String id = "sim/%s-%s-%02d".formatted(area, kind, i + 1);
      roster.add(
          new Participant(
              number, id, area.name(), kind, megawatts, fleet(seed, number, kind, megawatts)));
    }
  }

  private static List<Participant.Unit> fleet(
      long seed, int number, ParticipantKind kind, double megawatts) {
    if (kind != ParticipantKind.COAL && kind != ParticipantKind.GAS) {
      return List.of();
    }
    int count = 1 + (int) (Draws.uniform(Draws.key(seed, UNITS, number)) * 4);
    double cheapest = kind == ParticipantKind.COAL ? 2100 : 7000;
    double dearest = kind == ParticipantKind.COAL ? 5600 : 12500;
    List<Participant.Unit> units = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double draw = Draws.uniform(Draws.key(seed, COST, number, i));
      // squared: most coal stands near the pit heads and is cheap
      units.add(
          new Participant.Unit(
              megawatts / count, cheapest + (dearest - cheapest) * draw * Math.sqrt(draw)));
    }
    units.sort(Comparator.comparingDouble(Participant.Unit::cost));
    return units;
  }

  private static int count(ParticipantKind kind) {
    return switch (kind) {
      case COAL -> 110;
      case GAS -> 20;
      case HYDRO -> 46;
      case WIND -> 44;
      case SOLAR -> 56;
      case DISCOM -> 78;
      case INDUSTRY -> 84;
      case TRADER -> 20;
    };
  }

  /** Size of all participants of a kind together, MW. */
  private static double totalMegawatts(ParticipantKind kind) {
    return switch (kind) {
      case COAL -> 18_000;
      case GAS -> 2_600;
      case HYDRO -> 4_500;
      case WIND -> 4_000;
      case SOLAR -> 6_000;
      case DISCOM -> 42_000;
      case INDUSTRY -> 3_200;
      case TRADER -> 1_000;
    };
  }
}
