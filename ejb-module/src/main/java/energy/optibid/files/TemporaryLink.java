package energy.optibid.files;

import java.time.Instant;

/**
 * An address at which a file can be had by whoever knows it.
 *
 * @param url absolute where the object store serves it itself, else a path of this server
 */
public record TemporaryLink(String url, Instant expiresAt) {}
