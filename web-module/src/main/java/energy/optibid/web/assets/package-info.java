/** Sites and assets over HTTP. Translates and nothing else. */
@NullMarked
package energy.optibid.web.assets;

import org.jspecify.annotations.NullMarked;
