/**
 * The WebSocket: one socket, many channels, each event to those who may see it and in order. What a
 * channel shows is its capability's matter ({@link energy.optibid.shared.ChannelSource}).
 */
@NullMarked
package energy.optibid.ws;

import org.jspecify.annotations.NullMarked;
