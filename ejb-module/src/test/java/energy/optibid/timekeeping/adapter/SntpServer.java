package energy.optibid.timekeeping.adapter;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import org.apache.commons.net.ntp.NtpV3Impl;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeStamp;

/**
 * A time server on a free UDP port of this machine whose clock is wrong by as much as one wants.
 */
final class SntpServer implements AutoCloseable {
  private final DatagramSocket socket;
  private final Duration ahead;
  private final int stratum;

  SntpServer(Duration ahead, int stratum) throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    this.ahead = ahead;
    this.stratum = stratum;
    Thread thread = new Thread(this::serve, "sntp-server");
    thread.setDaemon(true);
    thread.start();
  }

  String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        NtpV3Impl asked = new NtpV3Impl();
        DatagramPacket packet = asked.getDatagramPacket();
        socket.receive(packet);
        NtpV3Impl answer = new NtpV3Impl();
        answer.setVersion(NtpV3Packet.VERSION_3);
        answer.setMode(NtpV3Packet.MODE_SERVER);
        answer.setStratum(stratum);
        answer.setOriginateTimeStamp(asked.getTransmitTimeStamp());
        answer.setReceiveTimeStamp(now());
        answer.setTransmitTime(now());
        DatagramPacket back = answer.getDatagramPacket();
        back.setAddress(packet.getAddress());
        back.setPort(packet.getPort());
        socket.send(back);
      } catch (IOException e) {
        // closed: the loop ends
      }
    }
  }

  private TimeStamp now() {
    return TimeStamp.getNtpTime(System.currentTimeMillis() + ahead.toMillis());
  }

  @Override
  public void close() {
    socket.close();
  }
}
