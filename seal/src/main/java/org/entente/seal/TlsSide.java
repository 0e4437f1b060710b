package org.entente.seal;

import javax.net.ssl.SSLParameters;

/** The parameters of the profile for either end of a connection. */
enum TlsSide {
  CLIENT,
  SERVER;

  SSLParameters parameters() {
    var parameters = new SSLParameters();
    parameters.setProtocols(new String[] {Algorithms.TLS_PROTOCOL});
    parameters.setCipherSuites(new String[] {Algorithms.TLS_CIPHER_SUITE});
    parameters.setNamedGroups(Algorithms.tlsGroups());
    parameters.setNeedClientAuth(this == SERVER);
    return parameters;
  }
}
