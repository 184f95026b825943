package energy.optibid.launcher.server;

import java.net.InetAddress;
import java.nio.file.Path;

/**
 * What one start of the server is told.
 *
 * @param bind address the application listens on
 * @param port TCP port of the application
 * @param adminPort TCP port of the admin console, always on the loopback address
 * @param configFile properties file with the application's settings, secrets among them
 * @param heap maximum Java heap, as {@code -Xmx} takes it
 */
public record ServerSettings(
    InetAddress bind, int port, int adminPort, Path configFile, String heap) {}
