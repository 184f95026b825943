/**
 * The home folder: where data, keys, generated passwords, logs and process ids of one installation
 * lie. Everything secret in it is readable by its owner alone.
 */
@NullMarked
package energy.optibid.launcher.home;

import org.jspecify.annotations.NullMarked;
