package org.entente.seal;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A context whose engines and sockets start with the profile's parameters. Servers and HTTP clients
 * set parameters of their own from the defaults they find here.
 */
final class PinnedContext extends SSLContext {
  PinnedContext(SSLContext context, TlsSide side) {
    super(new Spi(context, side), context.getProvider(), Algorithms.TLS_PROTOCOL);
  }

  private static final class Spi extends SSLContextSpi {
    private final SSLContext context;
    private final TlsSide side;

    Spi(SSLContext context, TlsSide side) {
      this.context = context;
      this.side = side;
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      return new PinnedEngine(context.createSSLEngine(), side);
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(@Nullable String host, int port) {
      return new PinnedEngine(context.createSSLEngine(host, port), side);
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      return new PinnedSockets(context.getSocketFactory(), side);
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      return new PinnedServerSockets(context.getServerSocketFactory(), side);
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
      return side.parameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
      return side.parameters();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return context.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return context.getClientSessionContext();
    }

    @Override
    protected void engineInit(
        KeyManager @Nullable [] keys,
        TrustManager @Nullable [] trust,
        @Nullable SecureRandom random)
        throws KeyManagementException {
      throw new KeyManagementException("this context is complete");
    }
  }
}
