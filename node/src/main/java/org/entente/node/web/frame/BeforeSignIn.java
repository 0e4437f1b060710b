package org.entente.node.web.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a request may bring before it is known who sends it: looked at before anything else touches
 * the request, because looking for the token of a form reads its whole body.
 *
 * <p>Multipart is taken on the four ways for files and nowhere else; there the body is read after
 * sign-in. All other bodies of strangers are small or refused unread.
 */
final class BeforeSignIn extends OncePerRequestFilter {
  /** The ways on which a browser without scripts sends a file. */
  static final List<String> UPLOADS =
      List.of(
          "/messages/*/files",
          "/records/imports/form",
          "/records/screenings/form",
          "/checks/lists/form");

  private static final List<Pattern> UPLOAD_PATHS =
      UPLOADS.stream().map(path -> Pattern.compile(path.replace("*", "[^/]+"))).toList();

  /** Login, password, token of the form and a label. */
  static final int SIGN_IN_BYTES = 8 << 10;

  /**
   * A form that an officer filled in while their session ended, which is kept for them: letters
   * that are not Latin take six bytes each.
   */
  static final int FORM_BYTES = 256 << 10;

  private static final String TOKENS = "/api/v1/tokens";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    boolean brings = request.getContentLengthLong() != 0 && bringsBody(request);
    if (brings && isMultipart(request) && !isUpload(request.getMethod(), path)) {
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    int most = most(request, path);
    if (!brings || most < 0) {
      chain.doFilter(request, response);
    } else if (request.getContentLengthLong() > most) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (request.getContentLengthLong() < 0 && !path.equals(TOKENS)) {
      response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
    } else {
      chain.doFilter(new Bounded(request, most), response);
    }
  }

  private static boolean bringsBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private static boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static boolean isUpload(String method, String path) {
    return method.equals("POST")
        && UPLOAD_PATHS.stream().anyMatch(upload -> upload.matcher(path).matches());
  }

  /** How many bytes may come; negative where nothing reads them before the sender is known. */
  private static int most(HttpServletRequest request, String path) {
    if (path.equals("/sign-in") || path.equals(TOKENS)) {
      return SIGN_IN_BYTES;
    }
    boolean unread =
        path.startsWith("/api/")
            || path.startsWith("/actuator/")
            || (isMultipart(request) && isUpload(request.getMethod(), path));
    return (unread || isSignedIn(request)) ? -1 : FORM_BYTES;
  }

  private static boolean isSignedIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
        && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
            instanceof SecurityContext context
        && context.getAuthentication() instanceof SignedIn;
  }

  /** A body that comes in pieces is read no further than its bound. */
  private static final class Bounded extends HttpServletRequestWrapper {
    private final int most;

    Bounded(HttpServletRequest request, int most) {
      super(request);
      this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new BoundedStream(super.getInputStream(), most);
    }
  }

  /** Fails where more comes than was allowed. */
  private static final class BoundedStream extends ServletInputStream {
    private final ServletInputStream in;
    private int left;

    BoundedStream(ServletInputStream in, int most) {
      this.in = in;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new IOException("The body is larger than a sign-in takes");
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
