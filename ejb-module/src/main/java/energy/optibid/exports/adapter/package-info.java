/** Tables written as CSV, XLSX and Parquet, row by row. */
@NullMarked
package energy.optibid.exports.adapter;

import org.jspecify.annotations.NullMarked;
