package org.entente.seal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiFunction;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * An engine that cannot be talked out of the profile. HTTP servers and clients set parameters of
 * their own before the handshake; of these only the application protocols (ALPN) are taken over,
 * and demands for anything weaker are passed over in silence, because refusing them would break
 * servers that set defaults.
 */
final class PinnedEngine extends SSLEngine {
  private final SSLEngine engine;
  private final TlsSide side;

  PinnedEngine(SSLEngine engine, TlsSide side) {
    super(engine.getPeerHost(), engine.getPeerPort());
    this.engine = engine;
    this.side = side;
    engine.setUseClientMode(side == TlsSide.CLIENT);
    engine.setSSLParameters(side.parameters());
  }

  @Override
  public void setSSLParameters(SSLParameters wanted) {
    var parameters = side.parameters();
    parameters.setApplicationProtocols(wanted.getApplicationProtocols());
    engine.setSSLParameters(parameters);
  }

  @Override
  public SSLParameters getSSLParameters() {
    return engine.getSSLParameters();
  }

  @Override
  public void setEnabledCipherSuites(String[] suites) {}

  @Override
  public void setEnabledProtocols(String[] protocols) {}

  @Override
  public void setNeedClientAuth(boolean need) {}

  @Override
  public void setWantClientAuth(boolean want) {}

  @Override
  public void setEnableSessionCreation(boolean flag) {}

  @Override
  public void setUseClientMode(boolean mode) {
    if (mode != (side == TlsSide.CLIENT)) {
      throw new IllegalArgumentException("this context serves the other side only");
    }
  }

  @Override
  public boolean getUseClientMode() {
    return side == TlsSide.CLIENT;
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return new String[] {Algorithms.TLS_CIPHER_SUITE};
  }

  @Override
  public String[] getEnabledCipherSuites() {
    return new String[] {Algorithms.TLS_CIPHER_SUITE};
  }

  @Override
  public String[] getSupportedProtocols() {
    return new String[] {Algorithms.TLS_PROTOCOL};
  }

  @Override
  public String[] getEnabledProtocols() {
    return new String[] {Algorithms.TLS_PROTOCOL};
  }

  @Override
  public boolean getNeedClientAuth() {
    return side == TlsSide.SERVER;
  }

  @Override
  public boolean getWantClientAuth() {
    return false;
  }

  @Override
  public boolean getEnableSessionCreation() {
    return true;
  }

  @Override
  public SSLEngineResult wrap(ByteBuffer[] from, int offset, int length, ByteBuffer to)
      throws SSLException {
    return engine.wrap(from, offset, length, to);
  }

  @Override
  public SSLEngineResult unwrap(ByteBuffer from, ByteBuffer[] to, int offset, int length)
      throws SSLException {
    return engine.unwrap(from, to, offset, length);
  }

  @Override
  public @Nullable Runnable getDelegatedTask() {
    return engine.getDelegatedTask();
  }

  @Override
  public void closeInbound() throws SSLException {
    engine.closeInbound();
  }

  @Override
  public boolean isInboundDone() {
    return engine.isInboundDone();
  }

  @Override
  public void closeOutbound() {
    engine.closeOutbound();
  }

  @Override
  public boolean isOutboundDone() {
    return engine.isOutboundDone();
  }

  @Override
  public SSLSession getSession() {
    return engine.getSession();
  }

  @Override
  public @Nullable SSLSession getHandshakeSession() {
    return engine.getHandshakeSession();
  }

  @Override
  public void beginHandshake() throws SSLException {
    engine.beginHandshake();
  }

  @Override
  public SSLEngineResult.HandshakeStatus getHandshakeStatus() {
    return engine.getHandshakeStatus();
  }

  @Override
  public @Nullable String getApplicationProtocol() {
    return engine.getApplicationProtocol();
  }

  @Override
  public @Nullable String getHandshakeApplicationProtocol() {
    return engine.getHandshakeApplicationProtocol();
  }

  @Override
  public void setHandshakeApplicationProtocolSelector(
      @Nullable BiFunction<SSLEngine, List<String>, String> selector) {
    engine.setHandshakeApplicationProtocolSelector(selector);
  }

  @Override
  public @Nullable BiFunction<SSLEngine, List<String>, String>
      getHandshakeApplicationProtocolSelector() {
    return engine.getHandshakeApplicationProtocolSelector();
  }
}
