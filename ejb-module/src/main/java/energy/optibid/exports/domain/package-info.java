/** The tables of an export: typed columns and their rows. No file format here. */
@NullMarked
package energy.optibid.exports.domain;

import org.jspecify.annotations.NullMarked;
