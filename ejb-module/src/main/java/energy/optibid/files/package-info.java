/**
 * Files people keep beside their trading: contracts, evidence of disputes, readings of meters. The
 * database says what there is, under row-level security; the content lies in a folder or in S3.
 * What arrives is judged by its content, never by its name, and is given out as an attachment only.
 */
@NullMarked
package energy.optibid.files;

import org.jspecify.annotations.NullMarked;
