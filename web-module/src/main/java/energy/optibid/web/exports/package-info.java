/** Results of runs as files, over REST. Translates only; the files are made by the capability. */
@NullMarked
package energy.optibid.web.exports;

import org.jspecify.annotations.NullMarked;
