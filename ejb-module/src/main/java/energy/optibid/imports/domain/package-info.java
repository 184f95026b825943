/** Reading and judging the files of an import. No database and no container here. */
@NullMarked
package energy.optibid.imports.domain;

import org.jspecify.annotations.NullMarked;
