package energy.optibid.engine.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * The thirteen bid areas of the Indian grid with their climate and their share of each kind of
 * participant. Shares are of the whole country; the buying and coal shares follow the areas' mean
 * volumes in published exchange results, the others the installed capacity of their states.
 */
enum Area {
  // climate: mean °C, yearly swing, daily swing, wind m/s, monsoon (0..1), its peak day of the year
  A1(24, 5, 8, 3.5, 0.9, 200, shares(0.6, 0.5, 2.0, 5, 0, 0.2, 1)),
  A2(24, 6, 8, 3.5, 0.9, 200, shares(1.6, 1.5, 1.0, 6, 0, 0.5, 1)),
  E1(26, 6, 9, 4.0, 0.8, 210, shares(7, 19, 6, 13, 0, 2, 9)),
  E2(27, 5, 9, 4.5, 0.8, 210, shares(2.5, 10, 0, 5, 0, 1, 7)),
  N1(19, 9, 11, 3.8, 0.5, 215, shares(7.5, 4, 6, 30, 0, 1.5, 9)),
  N2(25, 9, 12, 5.2, 0.5, 215, shares(17, 11, 16, 10, 12, 33, 13)),
  N3(24, 10, 12, 4.0, 0.5, 215, shares(6.5, 2, 2, 3, 0, 2, 6)),
  S1(28, 4, 9, 6.2, 0.6, 215, shares(19, 14, 18, 11, 24, 29, 15)),
  S2(29, 3, 8, 6.6, 0.5, 305, shares(7, 5, 14, 4, 28, 11, 9)),
  S3(27, 2, 6, 4.8, 1.0, 190, shares(2, 0.5, 3, 7, 1, 1, 2)),
  W1(26, 7, 12, 5.4, 0.6, 215, shares(7, 13, 3, 6, 7, 9, 9)),
  W2(27, 5, 10, 6.4, 0.7, 210, shares(20, 8, 29, 4, 28, 10, 15)),
  W3(26, 6, 10, 4.2, 0.7, 210, shares(2, 11.5, 0, 1, 0, 0.8, 4));

  static final List<Area> ALL = List.of(values());

  final double meanTemperature;
  final double yearlySwing;
  final double dailySwing;
  final double meanWind;
  final double monsoon;
  final int monsoonPeak;
  private final double[] shares;

  Area(
      double meanTemperature,
      double yearlySwing,
      double dailySwing,
      double meanWind,
      double monsoon,
      int monsoonPeak,
      double[] shares) {
    this.meanTemperature = meanTemperature;
    this.yearlySwing = yearlySwing;
    this.dailySwing = dailySwing;
    this.meanWind = meanWind;
    this.monsoon = monsoon;
    this.monsoonPeak = monsoonPeak;
    this.shares = shares;
  }

  /** The area's share of a kind, as a weight against the other areas' shares. */
  double share(ParticipantKind kind) {
    return switch (kind) {
      case DISCOM, TRADER -> shares[0];
      case COAL -> shares[1];
      case GAS -> shares[2];
      case HYDRO -> shares[3];
      case WIND -> shares[4];
      case SOLAR -> shares[5];
      case INDUSTRY -> shares[6];
    };
  }

  static double totalShare(ParticipantKind kind) {
    return Arrays.stream(values()).mapToDouble(area -> area.share(kind)).sum();
  }

  private static double[] shares(
      double discom,
      double coal,
      double gas,
      double hydro,
      double wind,
      double solar,
      double industry) {
    return new double[] {discom, coal, gas, hydro, wind, solar, industry};
  }
}
