package org.entente.node.web.frame;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.entente.node.delivery.MinimumRate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * The door for pages and programs, as far as it is open before anybody knows who comes. A small
 * body is awaited without a thread, a body that trickles is given up, and what goes wrong before
 * the pages are reached is answered with a status and nothing of the inside.
 */
final class WebDoor implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
  /** Up to here a body is awaited before a thread takes the request. */
  private static final int AWAITED_BYTES = 64 << 10;

  private static final int PER_CHUNK_BYTES = 64;

  private final Optional<NamedProxy> proxy;

  WebDoor(Optional<NamedProxy> proxy) {
    this.proxy = proxy;
  }

  @Override
  public void customize(JettyServletWebServerFactory factory) {
    factory.addServerCustomizers(this::prepare);
  }

  private void prepare(Server server) {
    for (Connector connector : server.getConnectors()) {
      for (var kind : connector.getConnectionFactories()) {
        if (kind instanceof HttpConnectionFactory http) {
          prepare(http.getHttpConfiguration());
        }
      }
    }
    server.insertHandler(new Awaiting());
    server.insertHandler(new MinimumRate());
    server.setErrorHandler(new Bare());
    for (ErrorHandler pages : server.getContainedBeans(ErrorHandler.class)) {
      pages.setShowStacks(false);
      pages.setShowCauses(false);
      pages.setShowOrigin(false);
      pages.setShowMessageInTitle(false);
    }
  }

  private void prepare(HttpConfiguration http) {
    proxy.ifPresent(http::addCustomizer);
    http.addCustomizer((request, answer) -> {
      answer.put("Content-Security-Policy", Security.POLICY);
      answer.put("X-Content-Type-Options", "nosniff");
      return request;
    });
  }

  /** A small body is awaited without a thread; the head of a large one is answered first. */
  private static final class Awaiting extends Handler.Wrapper {
    private final EagerContentHandler small =
        new EagerContentHandler(
            new EagerContentHandler.RetainedContentLoaderFactory(
                AWAITED_BYTES, PER_CHUNK_BYTES, false));

    Awaiting() {
      setHandler(small);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      long bytes = request.getLength();
      return (bytes > 0 && bytes <= AWAITED_BYTES)
          ? small.handle(request, response, callback)
          : small.getHandler().handle(request, response, callback);
    }
  }

  /** What a request is answered that reached no page. */
  private static final class Bare extends ErrorHandler {
    @Override
    protected void generateResponse(
        Request request,
        Response response,
        int code,
        String message,
        @Nullable Throwable cause,
        Callback callback) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=UTF-8");
      response.getHeaders().put("Content-Security-Policy", Security.POLICY);
      response.getHeaders().put("X-Content-Type-Options", "nosniff");
      Content.Sink.write(response, true, code + "\n", callback);
    }
  }

  /** The proxies that the administrator named, if any. */
  static Optional<NamedProxy> proxy(String addresses, String header) {
    if (addresses.isBlank()) {
      return Optional.empty();
    }
    NamedProxy.Header written =
        NamedProxy.Header.of(header)
            .orElseThrow(() ->
                new IllegalStateException(
                    "entente.proxy-header is X-Forwarded-For or Forwarded, whichever your proxy"
                        + " writes."));
    try {
      return Optional.of(new NamedProxy(List.of(addresses.split(",")), written));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "entente.proxy holds the address of your proxy, such as 192.0.2.7, or several separated"
              + " by commas; no names and no networks.");
    }
  }
}
