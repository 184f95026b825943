/**
 * The hash chain of an audit trail: what is hashed, how one entry follows another, and how to find
 * the first link that does not hold. It is computed where entries are sealed and where they are
 * checked, on a server, over a database or over an exported file.
 */
@NullMarked
package energy.optibid.engine.audit;

import org.jspecify.annotations.NullMarked;
