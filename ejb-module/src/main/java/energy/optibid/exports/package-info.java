/**
 * What a clearing run found, as files for other programs: prices, flows and own awards as CSV, XLSX
 * or Parquet. Callers use {@link energy.optibid.exports.RunExports}.
 */
@NullMarked
package energy.optibid.exports;

import org.jspecify.annotations.NullMarked;
