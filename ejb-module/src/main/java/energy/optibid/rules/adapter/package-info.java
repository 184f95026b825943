/**
 * Rule packs from the configuration module on the class path. They are read once, at start, and a
 * faulty one stops it.
 */
@NullMarked
package energy.optibid.rules.adapter;

import org.jspecify.annotations.NullMarked;
