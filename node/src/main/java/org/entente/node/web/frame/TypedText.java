package org.entente.node.web.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.node.casework.Unsent;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Nothing that was typed is lost. Every form that takes text carries as which copy it is saved: by
 * a script while it is written, and here where it was posted and could not be taken, also where the
 * session had ended and only the token of the form says whose it is.
 */
@Component
public final class TypedText implements AccessDeniedHandler, HandlerInterceptor {
  /** Where a page finds as which copy the posted form was kept. */
  public static final String KEPT = "entente.unsent";

  /** Fields of a form that say which copy of it this is; the page writes them. */
  static final String WRITING = "_writing";

  static final String VERSION = "_version";

  /** Where the form of a script is sent to; such a form is saved, not taken. */
  static final String SAVING = "/unsent";

  private static final String PATH = "_path";

  /** Names of the fields that were typed into, as the script saw it. */
  static final String TYPED = "_typed";

  private static final String NOTED = "entente.form-owner";

  /** Set once the parts of a multipart form were read, after its sender was known. */
  static final String PARTS_READ = "entente.parts-read";

  private static final Pattern KIND = Pattern.compile("[a-z0-9-]{1,40}");

  private static final Pattern OWN_PATH = Pattern.compile("/[A-Za-z0-9][A-Za-z0-9/._~-]{0,300}");

  private static final Pattern ACTION =
      Pattern.compile("<form method=\"post\"[^>]* action=\"([^\"]+)\"");

  /** Steps of a form after which it is shown again and nothing of it was taken. */
  private static final Set<String> ONLY_ASKED = Set.of("ask", "read", "as-text");

  private static final Pattern MATTER =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Unsent unsent;
  private final Officers officers;

  TypedText(Unsent unsent, Officers officers) {
    this.unsent = unsent;
    this.officers = officers;
  }

  /** Notes once per session whose forms carry its token. */
  public void owned(OfficerId officer, HttpServletRequest request) {
    if (request.getAttribute(DeferredCsrfToken.class.getName()) instanceof DeferredCsrfToken token
        && request.getSession(false) != null) {
      String value = token.get().getToken();
      if (!value.equals(request.getSession().getAttribute(NOTED))) {
        unsent.owned(officer, value);
        request.getSession().setAttribute(NOTED, value);
      }
    }
  }

  /** As which copy a form of the page is saved: the one that was just posted, or a fresh one. */
  static Unsent.Copy copy(HttpServletRequest request, String action) {
    return path(request).equals(action)
        ? posted(request).orElseGet(Unsent.Copy::fresh)
        : Unsent.Copy.fresh();
  }

  private static Optional<Unsent.Copy> posted(HttpServletRequest request) {
    if (request.getAttribute(KEPT) instanceof Unsent.Copy kept) {
      return Optional.of(kept);
    }
    if (!readable(request)) {
      return Optional.empty();
    }
    String writing = Objects.requireNonNullElse(request.getParameter(WRITING), "");
    String version = Objects.requireNonNullElse(request.getParameter(VERSION), "");
    return MATTER.matcher(writing).matches() && version.matches("[0-9]{1,15}")
        ? Optional.of(new Unsent.Copy(UUID.fromString(writing), Long.parseLong(version)))
        : Optional.empty();
  }

  /** Whether it is a posted form whose body was read, or may be. */
  private static boolean readable(HttpServletRequest request) {
    String type = request.getContentType();
    return request.getMethod().equals("POST")
        && type != null
        && (type.startsWith("application/x-www-form-urlencoded")
            || (type.startsWith("multipart/form-data")
                && request.getAttribute(PARTS_READ) != null));
  }

  /** The fields of a posted form in which something was typed; empty for every other request. */
  public static Map<String, List<String>> fields(HttpServletRequest request) {
    if (posted(request).isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if ((!name.startsWith("_") || name.equals(TYPED))
              && !name.toLowerCase(Locale.ROOT).contains("password")) {
            fields.put(name, Arrays.asList(values));
          }
        });
    boolean typed =
        fields.containsKey(TYPED)
            || UnsentText.fields(fields).stream()
                .anyMatch(field -> field.typed() && !Form.OF_THE_PAGE.contains(field.name()));
    return typed ? fields : Map.of();
  }

  /** Keeps what was typed; once for one request. */
  public Optional<UUID> keep(OfficerId officer, HttpServletRequest request) {
    if (request.getAttribute(KEPT) instanceof Unsent.Copy kept) {
      return Optional.of(kept.writing());
    }
    return save(officer, request)
        .flatMap(TypedText::kept)
        .map(copy -> {
          request.setAttribute(KEPT, copy);
          return copy.writing();
        });
  }

  private static Optional<Unsent.Copy> kept(Unsent.Saved saved) {
    return switch (saved) {
      case Unsent.Saved.Done done -> Optional.of(done.copy());
      case Unsent.Saved.Beside beside -> Optional.of(beside.copy());
      case Unsent.Saved.TooLong tooLong -> Optional.empty();
    };
  }

  /** Saves what stands in the posted form; empty where nothing does. */
  Optional<Unsent.Saved> save(OfficerId officer, HttpServletRequest request) {
    Map<String, List<String>> fields = fields(request);
    String path = path(request);
    return fields.isEmpty() || !OWN_PATH.matcher(path).matches()
        ? Optional.empty()
        : posted(request)
            .map(copy -> unsent.save(officer, copy, place(path, request), path, fields));
  }

  private static String path(HttpServletRequest request) {
    Object forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = forwarded == null ? request.getRequestURI() : forwarded.toString();
    return path.equals(SAVING) && readable(request)
        ? Objects.requireNonNullElse(request.getParameter(PATH), "")
        : path;
  }

  /** One address takes several kinds of answers; each is a form of its own. */
  private static String place(String path, HttpServletRequest request) {
    String kind = request.getParameter("kind");
    return kind == null || !KIND.matcher(kind).matches() ? path : path + "#" + kind;
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    if (denied instanceof CsrfException) {
      owner(request.getParameter("_csrf")).ifPresent(officer -> keep(officer, request));
    }
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  /** Whose form it was: what a form carries is its session's token, masked anew for each page. */
  private Optional<OfficerId> owner(@Nullable String masked) {
    if (masked == null || masked.isEmpty() || masked.length() > 200) {
      return Optional.empty();
    }
    byte[] both;
    try {
      both = Base64.getUrlDecoder().decode(masked);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int length = both.length / 2;
    byte[] token = new byte[length];
    for (int i = 0; i < length; i++) {
      token[i] = (byte) (both[i] ^ both[length + i]);
    }
    return unsent.owner(new String(token, StandardCharsets.UTF_8));
  }

  /** A form that was taken needs not be kept any more; one that only asked was not taken. */
  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failed) {
    if (failed == null
        && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST
        && !request.getRequestURI().startsWith(SAVING)
        && SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn officer) {
      posted(request)
          .filter(copy ->
              !ONLY_ASKED.contains(Objects.requireNonNullElse(request.getParameter("step"), "")))
          .ifPresent(copy ->
              unsent.taken(officer.getPrincipal(), copy.writing(), place(path(request), request)));
    }
  }

  /** What was typed before into the forms of a page. */
  Written written(Officer officer, HttpServletRequest request, String html) {
    Set<String> actions = new HashSet<>();
    Set<String> matters = new HashSet<>();
    Matcher action = ACTION.matcher(html);
    while (action.find()) {
      actions.add(action.group(1));
      Matcher matter = MATTER.matcher(action.group(1));
      if (matter.find()) {
        matters.add(matter.group());
      }
    }
    Optional<UUID> here = posted(request).map(Unsent.Copy::writing);
    boolean shown = request.getRequestURI().startsWith(SAVING); // By the page of a text itself.
    List<Unsent.Kept> own =
        actions.isEmpty() || shown
            ? List.of()
            : unsent.of(officer.id()).stream()
                .filter(
                    line -> actions.contains(line.path()) && !here.equals(Optional.of(line.id())))
                .flatMap(line -> unsent.open(officer.id(), line.id()).stream())
                .toList();
    List<Unsent.Line> beside = unsent.beside(officer.id(), matters);
    return new Written(
        own,
        beside,
        officers.names(beside.stream().map(Unsent.Line::officer).collect(Collectors.toSet())));
  }
}
