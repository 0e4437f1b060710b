package org.entente.node.records;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where an OpenSearch cluster is reached, and as whom.
 *
 * @param address HTTPS; plain HTTP only on this machine
 * @param user empty where the cluster asks for none
 */
public record SearchCluster(URI address, String user, String password) {
  public SearchCluster {
    boolean here = "127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost());
    if (address.getHost() == null
        || !("https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && here))) {
      throw new IllegalArgumentException(
          "A search cluster on another machine is reached by https:// only");
    }
  }

  /** The header that says who asks. */
  Optional<String> authorization() {
    return user.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return "SearchCluster[" + address.getHost() + "]";
  }
}
