package org.entente.seal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Client sockets that start with the profile's parameters. */
final class PinnedSockets extends SSLSocketFactory {
  private final SSLSocketFactory sockets;
  private final TlsSide side;

  PinnedSockets(SSLSocketFactory sockets, TlsSide side) {
    this.sockets = sockets;
    this.side = side;
  }

  private Socket configured(Socket socket) {
    if (socket instanceof SSLSocket tls) {
      tls.setUseClientMode(side == TlsSide.CLIENT);
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
  public Socket createSocket() throws IOException {
    return configured(sockets.createSocket());
  }

  @Override
  public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
      throws IOException {
    return configured(sockets.createSocket(plain, host, port, autoClose));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return configured(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return configured(sockets.createSocket(host, port, localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return configured(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return configured(sockets.createSocket(host, port, localHost, localPort));
  }
}
