package org.entente.seal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

/** Server sockets that start with the profile's parameters and so demand a client certificate. */
final class PinnedServerSockets extends SSLServerSocketFactory {
  private final SSLServerSocketFactory sockets;
  private final TlsSide side;

  PinnedServerSockets(SSLServerSocketFactory sockets, TlsSide side) {
    this.sockets = sockets;
    this.side = side;
  }

  private ServerSocket configured(ServerSocket socket) {
    if (socket instanceof SSLServerSocket tls) {
      tls.setSSLParameters(side.parameters());
      return tls;
    }
    throw new AssertionError("a TLS factory makes TLS sockets");
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return new String[] {Algorithms.TLS_CIPHER_SUITE};
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return new String[] {Algorithms.TLS_CIPHER_SUITE};
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return configured(sockets.createServerSocket());
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return configured(sockets.createServerSocket(port));
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    return configured(sockets.createServerSocket(port, backlog));
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return configured(sockets.createServerSocket(port, backlog, address));
  }
}
