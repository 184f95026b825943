/** What goes over the stream: topics, keys and the form of a message. */
@NullMarked
package energy.optibid.stream.domain;

import org.jspecify.annotations.NullMarked;
