/** Tests of the GME file format on written, generated and real files. */
@NullMarked
package energy.optibid.engine.market.gme;

import org.jspecify.annotations.NullMarked;
