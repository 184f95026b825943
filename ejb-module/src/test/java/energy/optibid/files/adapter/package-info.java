/** Files against a real folder, a real S3 server and a real scanner. */
@NullMarked
package energy.optibid.files.adapter;

import org.jspecify.annotations.NullMarked;
