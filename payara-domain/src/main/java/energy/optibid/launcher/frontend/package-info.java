/**
 * The Next.js frontend: its packages are installed and its pages built when their sources have
 * changed; it learns the API's address from its environment when it starts.
 */
@NullMarked
package energy.optibid.launcher.frontend;

import org.jspecify.annotations.NullMarked;
