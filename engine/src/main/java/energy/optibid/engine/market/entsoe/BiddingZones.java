package energy.optibid.engine.market.entsoe;

import java.util.Map;
import java.util.Optional;

/** Europe's bidding zones by their Energy Identification Code. */
final class BiddingZones {
  static final Map<String, String> BY_EIC =
      Map.ofEntries(
          Map.entry("10YAL-KESH-----5", "AL"),
          Map.entry("10YAT-APG------L", "AT"),
          Map.entry("10YBE----------2", "BE"),
          Map.entry("10YCA-BULGARIA-R", "BG"),
          Map.entry("10YCH-SWISSGRIDZ", "CH"),
          Map.entry("10YCZ-CEPS-----N", "CZ"),
          Map.entry("10Y1001A1001A63L", "DE_AT_LU"),
          Map.entry("10Y1001A1001A82H", "DE_LU"),
          Map.entry("10YDK-1--------W", "DK_1"),
          Map.entry("10YDK-2--------M", "DK_2"),
          Map.entry("10Y1001A1001A39I", "EE"),
          Map.entry("10YES-REE------0", "ES"),
          Map.entry("10YFI-1--------U", "FI"),
          Map.entry("10YFR-RTE------C", "FR"),
          Map.entry("10YGR-HTSO-----Y", "GR"),
          Map.entry("10YHR-HEP------M", "HR"),
          Map.entry("10YHU-MAVIR----U", "HU"),
          Map.entry("10Y1001A1001A59C", "IE_SEM"),
          Map.entry("10Y1001C--00096J", "IT_CALA"),
          Map.entry("10Y1001A1001A70O", "IT_CNOR"),
          Map.entry("10Y1001A1001A71M", "IT_CSUD"),
          Map.entry("10Y1001A1001A73I", "IT_NORD"),
          Map.entry("10Y1001A1001A74G", "IT_SARD"),
          Map.entry("10Y1001A1001A75E", "IT_SICI"),
          Map.entry("10Y1001A1001A788", "IT_SUD"),
          Map.entry("10YLT-1001A0008Q", "LT"),
          Map.entry("10YLV-1001A00074", "LV"),
          Map.entry("10YCS-CG-TSO---S", "ME"),
          Map.entry("10YMK-MEPSO----8", "MK"),
          Map.entry("10YNL----------L", "NL"),
          Map.entry("10YNO-1--------2", "NO_1"),
          Map.entry("10YNO-2--------T", "NO_2"),
          Map.entry("10YNO-3--------J", "NO_3"),
          Map.entry("10YNO-4--------9", "NO_4"),
          Map.entry("10Y1001A1001A48H", "NO_5"),
          Map.entry("10YPL-AREA-----S", "PL"),
          Map.entry("10YPT-REN------W", "PT"),
          Map.entry("10YRO-TEL------P", "RO"),
          Map.entry("10YCS-SERBIATSOV", "RS"),
          Map.entry("10Y1001A1001A44P", "SE_1"),
          Map.entry("10Y1001A1001A45N", "SE_2"),
          Map.entry("10Y1001A1001A46L", "SE_3"),
          Map.entry("10Y1001A1001A47J", "SE_4"),
          Map.entry("10YSI-ELES-----O", "SI"),
          Map.entry("10YSK-SEPS-----K", "SK"),
          Map.entry("10Y1001C--00100H", "XK"));

  private BiddingZones() {}

  /** Our code of a zone, or empty for an area that is none. */
  static Optional<String> of(String eic) {
    return Optional.ofNullable(BY_EIC.get(eic));
  }
}
