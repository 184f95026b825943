/**
 * Imports on a real database, with small generated files and, where there are any, real ones.
 * Written to fail when a rule goes.
 */
@NullMarked
package energy.optibid.imports.adapter;

import org.jspecify.annotations.NullMarked;
