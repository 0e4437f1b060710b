package org.entente.node.web.frame;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Where a request comes from when it comes through the ministry's own proxy. What the proxy says is
 * believed of the proxies that the administrator named, and of the one header that they write; the
 * last address in it that is none of theirs is the client's, because everything before it was
 * written by anyone.
 */
final class NamedProxy implements HttpConfiguration.Customizer {
  /** Which header the proxies write; the other one is not read. */
  enum Header {
    X_FORWARDED_FOR("X-Forwarded-For"),
    FORWARDED("Forwarded");

    private final String field;

    Header(String field) {
      this.field = field;
    }

    static Optional<Header> of(String name) {
      for (Header each : values()) {
        if (each.field.equalsIgnoreCase(name.strip())) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }
  }

  /** RFC 7239: for=192.0.2.43, for="[2001:db8::17]:4711"; other parameters are passed over. */
  private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*\"?([^\";]*)\"?");

  private static final Pattern ADDRESS =
      Pattern.compile("\\[([0-9a-fA-F:.]+)](?::\\d+)?|([0-9.]+)(?::\\d+)?|([0-9a-fA-F:.]+)");

  private final Set<InetAddress> proxies;
  private final Header header;

  /**
   * @param proxies their addresses; no names, because a name is looked up elsewhere
   * @throws IllegalArgumentException when one of them is no address
   */
  NamedProxy(List<String> proxies, Header header) {
    this.proxies =
        proxies.stream()
            .map(String::strip)
            .map(InetAddress::ofLiteral)
            .collect(Collectors.toUnmodifiableSet());
    this.header = header;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable answer) {
    ConnectionMetaData line = request.getConnectionMetaData();
    if (!(line.getRemoteSocketAddress() instanceof InetSocketAddress from)
        || !proxies.contains(from.getAddress())) {
      return request;
    }
    Optional<InetAddress> client = client(request.getHeaders().getValuesList(header.field));
    if (client.isEmpty()) {
      return request;
    }
    InetSocketAddress behind = new InetSocketAddress(client.get(), 0);
    ConnectionMetaData known =
        new ConnectionMetaData.Wrapper(line) {
          @Override
          public SocketAddress getRemoteSocketAddress() {
            return behind;
          }
        };
    return new Request.Wrapper(request) {
      @Override
      public ConnectionMetaData getConnectionMetaData() {
        return known;
      }
    };
  }

  /**
   * Read from the end; what is no address ends the search, for nothing before it can be trusted.
   */
  private Optional<InetAddress> client(List<String> lines) {
    List<String> hops = new ArrayList<>();
    for (String line : lines) {
      hops.addAll(List.of(line.split(",", -1)));
    }
    for (String hop : hops.reversed()) {
      Optional<InetAddress> address = address(hop.strip());
      if (address.isEmpty() || !proxies.contains(address.get())) {
        return address;
      }
    }
    return Optional.empty();
  }

  private Optional<InetAddress> address(String hop) {
    String text = hop;
    if (header == Header.FORWARDED) {
      Matcher named = FOR.matcher(hop);
      text = named.find() ? named.group(1).strip() : "";
    }
    Matcher form = ADDRESS.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String literal =
        form.group(1) != null
            ? form.group(1)
            : form.group(2) != null ? form.group(2) : form.group(3);
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
