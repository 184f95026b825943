/**
 * What a clearing run found, as files for other programs: prices, flows and own awards as CSV, XLSX
 * or Parquet; the book of a day; and bids, which come back as well. Callers use {@link
 * energy.optibid.exports.RunExports}, {@link energy.optibid.exports.BookExports} and {@link
 * energy.optibid.exports.BidFiles}.
 */
@NullMarked
package energy.optibid.exports;

import org.jspecify.annotations.NullMarked;
