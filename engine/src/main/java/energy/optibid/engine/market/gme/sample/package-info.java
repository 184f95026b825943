/**
 * Invented days of an Italy-like market in the GME format, made from a seed, so that a stranger can
 * run everything without anybody else's files. Sizes resemble the real market, no figure is real.
 */
@NullMarked
package energy.optibid.engine.market.gme.sample;

import org.jspecify.annotations.NullMarked;
