/**
 * Where settings come from: {@code config/optibid.properties} has every setting with its default,
 * and {@link energy.optibid.config.FileConfigSource} adds what this installation was given.
 */
@NullMarked
package energy.optibid.config;

import org.jspecify.annotations.NullMarked;
