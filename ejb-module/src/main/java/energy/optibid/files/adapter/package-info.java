/** Files in PostgreSQL, their content in a folder or in S3, viruses looked for by clamd. */
@NullMarked
package energy.optibid.files.adapter;

import org.jspecify.annotations.NullMarked;
