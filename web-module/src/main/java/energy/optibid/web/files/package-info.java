/** Files over HTTP: in as a form, out as attachments that no browser runs. */
@NullMarked
package energy.optibid.web.files;

import org.jspecify.annotations.NullMarked;
