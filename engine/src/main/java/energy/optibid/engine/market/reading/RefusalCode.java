package energy.optibid.engine.market.reading;

import java.util.Locale;

/** Why a row or a file is refused. */
public enum RefusalCode {
  /** The file has no bytes or no rows. */
  EMPTY_FILE,
  /** The first line is no header of this format. */
  UNKNOWN_HEADER,
  /** The file says that it is something else than this format holds. */
  OTHER_DOCUMENT,
  /** The file cannot be decompressed or ends in the middle. */
  BROKEN_GZIP,
  /** More bytes after decompression than allowed. */
  TOO_MANY_BYTES,
  /** More rows than allowed. */
  TOO_MANY_ROWS,
  /** A line longer than allowed. */
  LINE_TOO_LONG,
  /** Bytes that are not UTF-8. */
  NOT_UTF8,
  /** A quote that is never closed or stands inside a field. */
  BROKEN_QUOTE,
  /** A line without any field. */
  BLANK_LINE,
  /** More or fewer fields than the header. */
  FIELD_COUNT,
  /** Not an ISO 8601 time with offset. */
  TIMESTAMP_FORM,
  /** The timestamp is not the start of the period in the market's time zone. */
  TIMESTAMP_MISMATCH,
  /** Not a date. */
  DAY_FORM,
  /** More delivery days than one file may have. */
  TOO_MANY_DAYS,
  /** The rule pack says nothing about that day. */
  DAY_WITHOUT_RULES,
  /** Not a whole number. */
  PERIOD_FORM,
  /** The day has no such period. */
  PERIOD_RANGE,
  /** No such zone on that day. */
  UNKNOWN_ZONE,
  /** Both ends of a link are the same zone. */
  SAME_ZONE,
  /** A link's id is not made of its ends. */
  LINK_ID,
  /** Neither demand nor supply. */
  UNKNOWN_SIDE,
  /** Neither an order nor its cancellation, where one of them is meant. */
  UNKNOWN_ACTION,
  /** No order of that name came before. */
  UNKNOWN_ORDER,
  /** No way an order may end. */
  UNKNOWN_VALIDITY,
  /** A field that must be empty here. */
  NOT_EMPTY,
  /** No decision about a block. */
  UNKNOWN_DECISION,
  /** A block's rows disagree. */
  BLOCK_CONTRADICTION,
  /** Not a finite decimal number. */
  NUMBER_FORM,
  /** Outside the price limits of that day. */
  PRICE_LIMIT,
  /** Not a multiple of the price tick. */
  PRICE_TICK,
  /** Not a multiple of the lot. */
  QUANTITY_LOT,
  /** Below zero where that has no meaning. */
  NEGATIVE,
  /** The smallest flow is above the largest. */
  MIN_ABOVE_MAX,
  /** A second row with the same key. */
  DUPLICATE,
  /** The text is no JSON, or ends in the middle. */
  MALFORMED_JSON,
  /** The text is no XML, ends in the middle, or has what is not allowed in it. */
  MALFORMED_XML,
  /** A member of the document is missing or of another kind than it must be. */
  MISSING_FIELD,
  /** No market of that name in this format. */
  UNKNOWN_MARKET,
  /** A block whose length or start is not the market's. */
  BLOCK_MISMATCH,
  /** A block of the day that the file does not have. */
  MISSING_BLOCK,
  /** An area of the market that a block does not have. */
  MISSING_AREA,
  /** Volume was traded, and no price is given. */
  MISSING_PRICE,
  /** More than any grid carries: the unit is not MW. */
  VOLUME_RANGE,
  /** The volumes of the areas do not add up to the cleared volume. */
  SUM_MISMATCH,
  /** More cleared than was bid or offered, or more scheduled than cleared. */
  CLEARED_ABOVE_BIDS;

  /** The name used outside Java: lower case, words joined by underscores. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
