/** What may be kept, and the ports to where content lies and to who looks for viruses in it. */
@NullMarked
package energy.optibid.files.domain;

import org.jspecify.annotations.NullMarked;
