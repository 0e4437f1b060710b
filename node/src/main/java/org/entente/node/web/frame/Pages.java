package org.entente.node.web.frame;

import gg.jte.generated.precompiled.StaticTemplates;
import gg.jte.generated.precompiled.Templates;
import gg.jte.html.escape.Escape;
import gg.jte.models.runtime.JteModel;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.entente.agreement.AuthorityId;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.casework.Casework;
import org.entente.node.casework.DamagedFiles;
import org.entente.node.casework.Worklist;
import org.entente.node.countersigning.Countersigners;
import org.entente.node.delivery.LostMessages;
import org.entente.node.delivery.PartnersAbilities;
import org.entente.node.ledger.LedgerWalk;
import org.entente.node.officers.Officer;
import org.entente.node.officers.Officers;
import org.entente.node.partners.AuthorityNames;
import org.entente.node.partners.Partners;
import org.entente.node.store.Store;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Turns templates, compiled at build time, into answers. */
@Component
public class Pages {
  /** Languages of the pages; the first is the fallback. */
  public static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.forLanguageTag("az"),
          Locale.forLanguageTag("sr"),
          Locale.forLanguageTag("sr-Latn"));

  private static final String AFTER = "</h1>";
  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

  private static final Templates TEMPLATES = new StaticTemplates();

  private final Sentences sentences;
  private final Officers officers;
  private final AuthorityId own;
  private final Countersigners witnesses;
  private final AuthorityNames names;
  private final Partners partners;
  private final PartnersAbilities abilities;
  private final TypedText typedText;
  private final DamagedFiles damagedFiles;
  private final LostMessages lostMessages;
  private final Worklist worklist;
  private final LedgerWalk ledgerWalk;
  private final Store store;
  private final Appearance appearance;
  private final InstantSource clock;

  Pages(
      Sentences sentences,
      Officers officers,
      AuthorityId own,
      Countersigners witnesses,
      AuthorityNames names,
      Partners partners,
      PartnersAbilities abilities,
      TypedText typedText,
      Casework casework,
      LostMessages lostMessages,
      LedgerWalk ledgerWalk,
      Store store,
      Appearance appearance,
      InstantSource clock) {
    this.appearance = appearance;
    this.damagedFiles = casework.damagedFiles();
    this.lostMessages = lostMessages;
    this.worklist = casework.worklist();
    this.ledgerWalk = ledgerWalk;
    this.store = store;
    this.typedText = typedText;
    this.names = names;
    this.partners = partners;
    this.abilities = abilities;
    this.witnesses = witnesses;
    this.officers = officers;
    this.sentences = sentences;
    this.own = own;
    this.clock = clock;
  }

  /** The reader of a page for a signed-in officer. */
  public Reader reader(Visit visit) {
    typedText.owned(visit.officer().id(), visit.request());
    return reader(Optional.of(visit.officer()), visit.officer().language(), visit.request());
  }

  /** The reader of a page that both the signed-in and others can come to. */
  Reader anyone(HttpServletRequest request) {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
        ? officers
            .find(signedIn.getPrincipal())
            .map(officer -> reader(new Visit(officer, request)))
            .orElseGet(() -> stranger(request))
        : stranger(request);
  }

  /** The reader of a page before sign-in. */
  public Reader stranger(HttpServletRequest request) {
    // From the address alone: other parameters lie in a body, which may have been refused unread.
    String chosen =
        UriComponentsBuilder.newInstance()
            .query(request.getQueryString())
            .build()
            .getQueryParams()
            .getFirst("language");
    Locale wanted = chosen == null ? request.getLocale() : Locale.forLanguageTag(chosen);
    Locale locale =
        LANGUAGES.stream()
            .filter(l -> l.equals(wanted))
            .findFirst()
            .or(() ->
                LANGUAGES.stream()
                    .filter(l -> l.getLanguage().equals(wanted.getLanguage()))
                    .findFirst())
            .orElse(LANGUAGES.getFirst());
    return reader(Optional.empty(), locale, request);
  }

  private Reader reader(Optional<Officer> officer, Locale locale, HttpServletRequest request) {
    String csrf =
        request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
            ? token.getToken()
            : "";
    return new Reader(
        sentences,
        locale,
        officer.map(Officer::zone).orElse(ZoneOffset.UTC),
        officer,
        own.value(),
        appearance,
        csrf,
        request.getRequestURI(),
        clock.instant(),
        witnesses.anyStop(),
        partners.doubted().stream().map(AuthorityId::value).sorted().toList(),
        store.provenTime().doubt(),
        ledgerWalk.difference().isPresent(),
        officer.filter(o -> Rights.may(o, Right.READ_DAMAGED_FILES)).isPresent()
            && damagedFiles.count() > 0,
        officer.filter(o -> Rights.may(o, Right.READ_LOG_STOPS)).isPresent()
            && lostMessages.unsettled() > 0,
        officer.map(worklist::unread).orElse(0L),
        names::of,
        new Told(abilities),
        action -> TypedText.copy(request, action));
  }

  /** On to another page after a step. */
  public static ResponseEntity<String> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }

  /** There is nothing here, or nothing that this reader may see; the page does not say which. */
  public ResponseEntity<String> notFound(Visit visit) {
    return show(
        404, visit, (templates, reader) -> templates.frameNothere(reader, "error.not-found"));
  }

  /**
   * The page that says why an act was refused.
   *
   * @param sentences where in the bundles the capability's sentences are, by code
   */
  public ResponseEntity<String> refused(Visit visit, String sentences, Refusal why) {
    return show(
        RefusalStatus.of(why),
        visit,
        (templates, reader) -> templates.frameNothere(reader, sentences + "." + why.code()));
  }

  /** What a script reads that sent a file: empty when it was taken in, else why it was not. */
  public ResponseEntity<String> received(Officer officer, String sentences, Outcome<?> outcome) {
    return received(officer, sentences, outcome, taken -> Optional.empty());
  }

  /**
   * The same of a file that has a page of its own.
   *
   * @param place the address of that page; empty where the page that sent it shows it
   */
  public <T> ResponseEntity<String> received(
      Officer officer,
      String sentences,
      Outcome<T> outcome,
      Function<? super T, Optional<String>> place) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(outcome.refusal().map(RefusalStatus::of).orElse(201));
    if (outcome instanceof Outcome.Done<T>(T taken)) {
      place.apply(taken).ifPresent(at -> answer.header(HttpHeaders.LOCATION, at));
    }
    return answer
        .contentType(TEXT)
        .body(
            outcome
                .refusal()
                .map(why -> this.sentences.of(officer.language(), sentences + "." + why.code()))
                .orElse(""));
  }

  /** A page that asks for itself again, without a script, while something is going on. */
  public static ResponseEntity<String> again(ResponseEntity<String> page, int seconds) {
    return ResponseEntity.status(page.getStatusCode())
        .headers(page.getHeaders())
        .header("Refresh", Integer.toString(seconds))
        .body(page.getBody());
  }

  /** The page of a template for a signed-in officer; nothing of it may be kept by a cache. */
  public ResponseEntity<String> show(
      int status, Visit visit, BiFunction<Templates, Reader, JteModel> page) {
    return show(status, reader(visit), page);
  }

  /** The page of a template for a reader. */
  public ResponseEntity<String> show(
      int status, Reader reader, BiFunction<Templates, Reader, JteModel> page) {
    Optional<Officer> officer = reader.officer();
    Optional<HttpServletRequest> request = officer.flatMap(signedIn -> current());
    Map<String, List<String>> refused = Map.of();
    if (request.isPresent() && status >= 400) {
      // Before the page is made, so that its form goes on with the text that is kept here.
      refused = TypedText.fields(request.get());
      typedText.keep(officer.orElseThrow().id(), request.get());
    }
    String html = page.apply(TEMPLATES, reader).render();
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(request.isEmpty() ? html : withTyped(reader, request.get(), refused, html));
  }

  private static Optional<HttpServletRequest> current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
        ? Optional.of(now.getRequest())
        : Optional.empty();
  }

  /**
   * What was typed and not taken stands on the page if its own form is gone; and so does what was
   * typed before into a form of this page, by this officer or by a colleague.
   */
  private String withTyped(
      Reader reader, HttpServletRequest request, Map<String, List<String>> refused, String html) {
    int heading = html.indexOf(AFTER);
    if (heading < 0) {
      return html;
    }
    StringBuilder said = new StringBuilder();
    if (!refused.isEmpty()) {
      boolean kept = request.getAttribute(TypedText.KEPT) != null;
      said.append(
          TEMPLATES
              .frameTyped(reader, kept, shown(refused, html), request.getRequestURI(), refused)
              .render());
    }
    Written written = typedText.written(reader.officer().orElseThrow(), request, html);
    if (!written.isEmpty()) {
      said.append(TEMPLATES.frameWritten(reader, written).render());
    }
    int at = heading + AFTER.length();
    return said.isEmpty() ? html : html.substring(0, at) + said + html.substring(at);
  }

  /** Whether the page shows again all that was typed. */
  private static boolean shown(Map<String, List<String>> fields, String html) {
    return UnsentText.fields(fields).stream()
        .filter(UnsentText.Field::typed)
        .allMatch(field -> {
          StringOutput text = new StringOutput();
          Escape.htmlContent(field.value(), text);
          StringOutput attribute = new StringOutput();
          Escape.htmlAttribute(field.value(), attribute);
          return html.contains(text.toString()) || html.contains(attribute.toString());
        });
  }

  /** What the partners' nodes have told of themselves. */
  private record Told(PartnersAbilities abilities) implements Reader.Known {
    @Override
    public boolean by(String partner, String family, String kind) {
      return abilities.knows(new AuthorityId(partner), family, kind);
    }

    @Override
    public boolean reads(String partner, String family, int version) {
      return abilities.reads(new AuthorityId(partner), family, version);
    }
  }
}
