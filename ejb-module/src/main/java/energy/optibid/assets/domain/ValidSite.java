package energy.optibid.assets.domain;

import energy.optibid.assets.SiteInput;

/** The values of a site, checked. */
public record ValidSite(String name, String marketCode, String areaCode) {

  /**
   * Checks an input.
   *
   * @throws energy.optibid.shared.ProblemException {@code validation_failed} with every fault
   */
  public static ValidSite of(SiteInput input, KnownPlaces places) {
    InputFaults faults = new InputFaults();
    String name = faults.name("/name", input.name());
    String market = faults.market("/marketCode", input.marketCode(), places);
    String area = faults.area("/areaCode", market, input.areaCode(), places);
    faults.throwIfAny("site");
    return new ValidSite(name, market, area);
  }
}
