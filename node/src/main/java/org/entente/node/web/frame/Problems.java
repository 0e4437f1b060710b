package org.entente.node.web.frame;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.agreement.Agreement;
import org.entente.agreement.ArticleReference;
import org.entente.agreement.Decision;
import org.entente.agreement.Ground;
import org.entente.node.act.Outcome;
import org.entente.node.act.Refusal;
import org.entente.node.casework.ContentFault;
import org.entente.node.casework.Hindrance;
import org.entente.node.casework.MessageStep;
import org.entente.node.delivery.CertificateOutOfTime;
import org.entente.node.ledger.Defects;
import org.entente.node.officers.Officer;
import org.entente.node.store.StoreStopped;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns what was not done into problem details (RFC 9457), in the officer's language. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Problems {
  private static final String TYPE = "urn:entente:problem:";

  private final Sentences sentences;

  Problems(Sentences sentences) {
    this.sentences = sentences;
  }

  /** What a step answers: the new state, or why it was not taken. */
  public ResponseEntity<Object> answer(
      Officer officer, Outcome<MessageStep> outcome, HttpStatus done) {
    Locale locale = officer.language();
    return switch (outcome) {
      case Outcome.Done<MessageStep>(MessageStep step) ->
          ResponseEntity.status(done)
              .body(
                  new Step(
                      step.caseId().toString(), step.message().toString(), code(step.state())));
      case Outcome.Refused<MessageStep>(Hindrance why) -> of(hindered(sentences, locale, why));
      case Outcome.Refused<MessageStep>(Refusal why) ->
          of(problem(RefusalStatus.of(why), why.code(), sentences.why(locale, why)));
    };
  }

  private static ProblemDetail hindered(Sentences sentences, Locale locale, Hindrance why) {
    ProblemDetail problem = problem(RefusalStatus.of(why), why.code(), sentences.why(locale, why));
    say(sentences, problem, why, locale);
    return problem;
  }

  /** What a program needs to mend it. */
  private static void say(
      Sentences sentences, ProblemDetail problem, Hindrance hindrance, Locale locale) {
    switch (hindrance) {
      case Hindrance.Faulty(List<ContentFault> faults) ->
          problem.setProperty(
              "faults",
              faults.stream()
                  .map(x ->
                      Map.of(
                          "field", x.field(),
                          "code", x.key(),
                          "sentence", sentences.fault(locale, x)))
                  .toList());
      case Hindrance.AgreementUnnamed(List<Agreement> agreements) ->
          problem.setProperty("agreements", agreements(agreements, locale));
      case Hindrance.Undecided(Decision decision) ->
          problem.setProperty("grounds", grounds(decision, locale));
    }
  }

  /** Agreements to choose from, as a problem names them. */
  public static List<Map<String, String>> agreements(List<Agreement> agreements, Locale locale) {
    return agreements.stream()
        .map(a ->
            Map.of(
                "hash", a.hash().value(),
                "title", a.instrument().title().in(locale),
                "arrangement", a.arrangement().title().in(locale)))
        .toList();
  }

  /** A step that was taken. */
  record Step(String caseId, String messageId, String state) {}

  /** A ground as the API tells it. */
  public record GroundAnswer(
      String code, String article, String source, String sentence, String remedy) {}

  public static List<GroundAnswer> grounds(Decision decision, Locale locale) {
    return switch (decision) {
      case Decision.Permitted p -> List.of();
      case Decision.NeedsConsent n -> List.of(ground(n.ground(), locale));
      case Decision.Refused r -> r.grounds().stream().map(g -> ground(g, locale)).toList();
    };
  }

  private static GroundAnswer ground(Ground ground, Locale locale) {
    return new GroundAnswer(
        ground.code().code(),
        ground.article().map(ArticleReference::label).orElse(""),
        ground.source(),
        ground.sentence(locale),
        ground.remedy(locale));
  }

  public static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static ProblemDetail problem(int status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatus(status);
    problem.setType(URI.create(TYPE + code));
    problem.setTitle(code);
    problem.setDetail(detail);
    return problem;
  }

  public static ResponseEntity<Object> of(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }

  /**
   * Why an act was refused.
   *
   * @param texts where in the bundles the capability's sentences are, by code
   */
  public static ResponseEntity<Object> refused(
      Sentences sentences, Officer officer, String texts, Refusal why) {
    return of(
        why instanceof Hindrance hindrance
            ? hindered(sentences, officer.language(), hindrance)
            : problem(sentences, officer, texts, why));
  }

  /** The same, for an answer that tells more. */
  public static ProblemDetail problem(
      Sentences sentences, Officer officer, String texts, Refusal why) {
    return problem(
        RefusalStatus.of(why), why.code(), sentences.refusal(officer.language(), texts, why));
  }

  @ExceptionHandler({
    HttpMessageNotReadableException.class,
    MethodArgumentTypeMismatchException.class,
    ServletRequestBindingException.class,
    NotAnAddress.class,
    Malformed.class
  })
  ResponseEntity<Object> unreadable(Exception e) {
    String detail =
        e instanceof Malformed malformed
            ? malformed.sentence()
            : "The request is not of the form that /api/v1/openapi.json describes.";
    return of(problem(400, "request-malformed", detail));
  }

  /** Whatever else fails is a defect of ours, never a fault of the program that asked. */
  @ExceptionHandler(RuntimeException.class)
  ResponseEntity<Object> defect(RuntimeException e) {
    if (e instanceof ErrorResponse known) {
      int status = known.getStatusCode().value();
      return of(
          problem(
              status,
              status == 404 ? "not-found" : status < 500 ? "request-malformed" : "defect",
              "The request is not of the form that /api/v1/openapi.json describes."));
    }
    if (e instanceof StoreStopped) {
      return of(problem(503, "stopping", "This node is being stopped. Ask again later."));
    }
    if (e instanceof CertificateOutOfTime certificate) {
      return of(problem(409, certificate.code(), certificate.sentence()));
    }
    Defects.note("api", e);
    return of(
        problem(
            500,
            "defect",
            "This node has a defect. Nothing was lost; tell the administrator when it was."));
  }

  @ExceptionHandler(AccessDeniedException.class)
  ResponseEntity<Object> denied(AccessDeniedException e) {
    return of(problem(403, "role-missing", "Your account or role does not permit it."));
  }

  /** A request that says which of its fields is wrong. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    private Malformed(String sentence) {
      super(sentence);
      this.sentence = sentence;
    }

    /** A code that is not one of its list. */
    public static Malformed code(String field) {
      return new Malformed("The field " + field + " holds a code that is not in its list.");
    }

    /** What was sent does not make what it must. */
    static Malformed field(String field) {
      return new Malformed("The field " + field + " holds what it must not.");
    }

    /** A field is not there that must be. */
    static Malformed missing(String field) {
      return new Malformed("The field " + field + " is missing.");
    }

    String sentence() {
      return sentence;
    }
  }
}
