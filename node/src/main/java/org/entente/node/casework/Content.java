package org.entente.node.casework;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.ActKind;
import org.entente.agreement.Evaluation;
import org.entente.agreement.HandlingCode;
import org.entente.node.delivery.Later;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, by kind. In clear only while an officer reads or writes it; prints nothing.
 */
public sealed interface Content {
  /** Since this version a request, a reply and information tell of subjects. */
  int WITH_SUBJECTS = 4;

  /** Since this version they carry forms of a field of crime. */
  int WITH_FORMS = 5;

  /** The act this content belongs to. */
  ActKind kind();

  List<Attached> attachments();

  /** The same content with these attachments. */
  Content with(List<Attached> attached);

  /** The persons and things it tells of, beside whom it is about. */
  default Subjects tells() {
    Subjects told =
        switch (this) {
          case Request r -> r.subjects();
          case Information i -> i.subjects();
          case Reply r -> r.subjects();
          case Question q -> null;
          case Answer a -> null;
          case Refusal r -> null;
          case Delay d -> null;
          case ConsentQuestion c -> null;
          case ConsentGrant c -> null;
          case ConsentDenial c -> null;
          case Closure c -> null;
          case Unfinished u -> null;
          case Withheld w -> null;
        };
    return told == null ? Subjects.NONE : told;
  }

  /**
   * One of the persons and things it tells of, under the evaluation and the handling that it came
   * with: its own where it has them, else those of the whole.
   *
   * @param at its place in the list, from 0; empty where there is none
   */
  default Optional<ToldSubject> told(int at) {
    List<ToldSubject> told = tells().told();
    return at < 0 || at >= told.size()
        ? Optional.empty()
        : Optional.of(told.get(at).came(evaluated(), handlingCodes()));
  }

  private @Nullable Evaluation evaluated() {
    return switch (this) {
      case Information i -> i.evaluation();
      case Reply r -> r.evaluation();
      case Request r -> null;
      case Question q -> null;
      case Answer a -> null;
      case Refusal r -> null;
      case Delay d -> null;
      case ConsentQuestion c -> null;
      case ConsentGrant c -> null;
      case ConsentDenial c -> null;
      case Closure c -> null;
      case Unfinished u -> null;
      case Withheld w -> null;
    };
  }

  /** Whom it is about; empty where its kind names nobody, or this one does not. */
  default Optional<PersonSought> about() {
    return switch (this) {
      case Request r -> Optional.ofNullable(r.person());
      case Information i -> Optional.ofNullable(i.person());
      case Reply r -> Optional.empty();
      case Question q -> Optional.empty();
      case Answer a -> Optional.empty();
      case Refusal r -> Optional.empty();
      case Delay d -> Optional.empty();
      case ConsentQuestion c -> Optional.empty();
      case ConsentGrant c -> Optional.empty();
      case ConsentDenial c -> Optional.empty();
      case Closure c -> Optional.empty();
      case Unfinished u -> Optional.empty();
      case Withheld w -> Optional.empty();
    };
  }

  /** What it says of the copy for the contact points; empty where it says nothing. */
  default Optional<ContactPointCopy> copied() {
    return switch (this) {
      case Request r -> Optional.ofNullable(r.copy());
      case Information i -> Optional.ofNullable(i.copy());
      case Reply r -> Optional.ofNullable(r.copy());
      case Unfinished u -> ContactPointCopy.ofCode(u.text("copy"));
      case Question q -> Optional.empty();
      case Answer a -> Optional.empty();
      case Refusal r -> Optional.empty();
      case Delay d -> Optional.empty();
      case ConsentQuestion c -> Optional.empty();
      case ConsentGrant c -> Optional.empty();
      case ConsentDenial c -> Optional.empty();
      case Closure c -> Optional.empty();
      case Withheld w -> Optional.empty();
    };
  }

  /** The handling codes it came with; none where its kind carries none. */
  default Set<HandlingCode> handlingCodes() {
    return switch (this) {
      case Request r -> r.handling();
      case Information i -> i.handling();
      case Reply r -> r.handling();
      case Question q -> Set.of();
      case Answer a -> Set.of();
      case Refusal r -> Set.of();
      case Delay d -> Set.of();
      case ConsentQuestion c -> Set.of();
      case ConsentGrant c -> Set.of();
      case ConsentDenial c -> Set.of();
      case Closure c -> Set.of();
      case Unfinished u -> u.handling();
      case Withheld w -> Set.of();
    };
  }

  /** The same content under the codes that its sender put instead of the first ones. */
  default Content handledBy(Set<HandlingCode> codes) {
    return switch (this) {
      case Request r ->
          new Request(
              r.person(),
              r.informationSought(),
              r.purpose(),
              r.facts(),
              r.reasonsToBelieve(),
              r.link(),
              r.urgencyReasons(),
              r.restrictions(),
              r.language(),
              codes,
              r.copy(),
              r.subjects(),
              r.attachments());
      case Information i ->
          new Information(
              i.person(),
              i.text(),
              i.relevance(),
              i.evaluation(),
              codes,
              i.handlingText(),
              i.assessment(),
              i.asOf(),
              i.language(),
              i.copy(),
              i.subjects(),
              i.attachments());
      case Reply r ->
          new Reply(
              r.text(),
              r.evaluation(),
              codes,
              r.handlingText(),
              r.assessment(),
              r.asOf(),
              r.refusedPart(),
              r.copy(),
              r.subjects(),
              r.attachments());
      case Question q -> this;
      case Answer a -> this;
      case Refusal r -> this;
      case Delay d -> this;
      case ConsentQuestion c -> this;
      case ConsentGrant c -> this;
      case ConsentDenial c -> this;
      case Closure c -> this;
      case Unfinished u -> this;
      case Withheld w -> this;
    };
  }

  /**
   * A request, with everything that Directive (EU) 2023/977 Art. 4(5) asks for.
   *
   * @param person whom it is about; null where it is about things alone
   * @param informationSought (a) as detailed as reasonably possible
   * @param purpose (b) what the information is wanted for
   * @param facts (b) the facts and the underlying offence
   * @param reasonsToBelieve (c) why the requested authority should have it
   * @param link (d) between the purpose and the person
   * @param urgencyReasons (e) in words, beside the reason code
   * @param restrictions (f) on the use of what the request itself says
   * @param language of the request, by BCP 47
   * @param copy what becomes of the copy for the contact points; null where none is owed. Said
   *     since version 3 of the content
   * @param subjects further persons and things, null where there are none. Said since version 4
   */
  record Request(
      @Later @Nullable PersonSought person,
      String informationSought,
      String purpose,
      String facts,
      String reasonsToBelieve,
      String link,
      @Nullable String urgencyReasons,
      @Nullable String restrictions,
      String language,
      Set<HandlingCode> handling,
      @Later @Nullable ContactPointCopy copy,
      @Later @Nullable Subjects subjects,
      List<Attached> attachments)
      implements Content {
    public Request {
      handling = Set.copyOf(handling);
      attachments = List.copyOf(attachments);
    }

    /** A request about one person and nothing else. */
    public Request(
        @Nullable PersonSought person,
        String informationSought,
        String purpose,
        String facts,
        String reasonsToBelieve,
        String link,
        @Nullable String urgencyReasons,
        @Nullable String restrictions,
        String language,
        Set<HandlingCode> handling,
        @Nullable ContactPointCopy copy,
        List<Attached> attachments) {
      this(
          person,
          informationSought,
          purpose,
          facts,
          reasonsToBelieve,
          link,
          urgencyReasons,
          restrictions,
          language,
          handling,
          copy,
          null,
          attachments);
    }

    /** A request that owes no copy. */
    public Request(
        @Nullable PersonSought person,
        String informationSought,
        String purpose,
        String facts,
        String reasonsToBelieve,
        String link,
        @Nullable String urgencyReasons,
        @Nullable String restrictions,
        String language,
        Set<HandlingCode> handling,
        List<Attached> attachments) {
      this(
          person,
          informationSought,
          purpose,
          facts,
          reasonsToBelieve,
          link,
          urgencyReasons,
          restrictions,
          language,
          handling,
          null,
          attachments);
    }

    @Override
    public ActKind kind() {
      return ActKind.REQUEST;
    }

    @Override
    public Content with(List<Attached> attached) {
      return new Request(
          person,
          informationSought,
          purpose,
          facts,
          reasonsToBelieve,
          link,
          urgencyReasons,
          restrictions,
          language,
          handling,
          copy,
          subjects,
          attached);
    }

    @Override
    public String toString() {
      return "Request[…]";
    }
  }

  /**
   * Information that nobody asked for, Directive (EU) 2023/977 Art. 7.
   *
   * @param person whom it is about; null where it is about nobody in particular
   * @param relevance why it matters to the receiver, Art. 7(1)
   * @param assessment true for a personal assessment, false for a fact, Directive (EU) 2016/680
   *     Art. 7(1)
   * @param asOf the day the information was current
   * @param language by BCP 47
   * @param copy what becomes of the copy for the contact points; null where none is owed. Said
   *     since version 3 of the content
   * @param subjects further persons and things, null where there are none. Said since version 4
   */
  record Information(
      @Nullable PersonSought person,
      String text,
      String relevance,
      Evaluation evaluation,
      Set<HandlingCode> handling,
      @Nullable String handlingText,
      boolean assessment,
      String asOf,
      String language,
      @Later @Nullable ContactPointCopy copy,
      @Later @Nullable Subjects subjects,
      List<Attached> attachments)
      implements Content {
    public Information {
      handling = Set.copyOf(handling);
      attachments = List.copyOf(attachments);
    }

    /** Information about one person and nothing else. */
    public Information(
        @Nullable PersonSought person,
        String text,
        String relevance,
        Evaluation evaluation,
        Set<HandlingCode> handling,
        @Nullable String handlingText,
        boolean assessment,
        String asOf,
        String language,
        @Nullable ContactPointCopy copy,
        List<Attached> attachments) {
      this(
          person,
          text,
          relevance,
          evaluation,
          handling,
          handlingText,
          assessment,
          asOf,
          language,
          copy,
          null,
          attachments);
    }

    /** Information that owes no copy. */
    public Information(
        @Nullable PersonSought person,
        String text,
        String relevance,
        Evaluation evaluation,
        Set<HandlingCode> handling,
        @Nullable String handlingText,
        boolean assessment,
        String asOf,
        String language,
        List<Attached> attachments) {
      this(
          person,
          text,
          relevance,
          evaluation,
          handling,
          handlingText,
          assessment,
          asOf,
          language,
          null,
          attachments);
    }

    @Override
    public ActKind kind() {
      return ActKind.INFORMATION;
    }

    @Override
    public Content with(List<Attached> attached) {
      return new Information(
          person,
          text,
          relevance,
          evaluation,
          handling,
          handlingText,
          assessment,
          asOf,
          language,
          copy,
          subjects,
          attached);
    }

    @Override
    public String toString() {
      return "Information[…]";
    }
  }

  /** What the requested authority must know before it can answer, Art. 6(3). */
  record Question(String text, List<Attached> attachments) implements Content {
    public Question {
      attachments = List.copyOf(attachments);
    }

    @Override
    public ActKind kind() {
      return ActKind.CLARIFICATION_QUESTION;
    }

    @Override
    public Content with(List<Attached> attached) {
      return new Question(text, attached);
    }

    @Override
    public String toString() {
      return "Question[…]";
    }
  }

  /** The clarification that was asked for. */
  record Answer(String text, List<Attached> attachments) implements Content {
    public Answer {
      attachments = List.copyOf(attachments);
    }

    @Override
    public ActKind kind() {
      return ActKind.CLARIFICATION_ANSWER;
    }

    @Override
    public Content with(List<Attached> attached) {
      return new Answer(text, attached);
    }

    @Override
    public String toString() {
      return "Answer[…]";
    }
  }

  /**
   * The information that was asked for.
   *
   * @param assessment true for a personal assessment, false for a fact, Directive (EU) 2016/680
   *     Art. 7(1)
   * @param asOf the day the information was current
   * @param refusedPart what of the request is not answered; null where all of it is. Said since
   *     version 2 of the content
   * @param copy what becomes of the copy for the contact points; null where none is owed. Said
   *     since version 3
   * @param subjects persons and things, null where there are none. Said since version 4
   */
  record Reply(
      String text,
      Evaluation evaluation,
      Set<HandlingCode> handling,
      @Nullable String handlingText,
      boolean assessment,
      String asOf,
      @Later @Nullable RefusedPart refusedPart,
      @Later @Nullable ContactPointCopy copy,
      @Later @Nullable Subjects subjects,
      List<Attached> attachments)
      implements Content {
    public Reply {
      handling = Set.copyOf(handling);
      attachments = List.copyOf(attachments);
    }

    /** A reply in words alone. */
    public Reply(
        String text,
        Evaluation evaluation,
        Set<HandlingCode> handling,
        @Nullable String handlingText,
        boolean assessment,
        String asOf,
        @Nullable RefusedPart refusedPart,
        @Nullable ContactPointCopy copy,
        List<Attached> attachments) {
      this(
          text,
          evaluation,
          handling,
          handlingText,
          assessment,
          asOf,
          refusedPart,
          copy,
          null,
          attachments);
    }

    /** A reply that owes no copy. */
    public Reply(
        String text,
        Evaluation evaluation,
        Set<HandlingCode> handling,
        @Nullable String handlingText,
        boolean assessment,
        String asOf,
        @Nullable RefusedPart refusedPart,
        List<Attached> attachments) {
      this(
          text,
          evaluation,
          handling,
          handlingText,
          assessment,
          asOf,
          refusedPart,
          null,
          attachments);
    }

    /** A reply to the whole request. */
    public Reply(
        String text,
        Evaluation evaluation,
        Set<HandlingCode> handling,
        @Nullable String handlingText,
        boolean assessment,
        String asOf,
        List<Attached> attachments) {
      this(text, evaluation, handling, handlingText, assessment, asOf, null, null, attachments);
    }

    @Override
    public ActKind kind() {
      return ActKind.REPLY;
    }

    @Override
    public Content with(List<Attached> attached) {
      return new Reply(
          text,
          evaluation,
          handling,
          handlingText,
          assessment,
          asOf,
          refusedPart,
          copy,
          subjects,
          attached);
    }

    @Override
    public String toString() {
      return "Reply[…]";
    }
  }

  /**
   * The part of a request that is refused while the rest is answered: a refusal reaches only as far
   * as its ground, Art. 6(2).
   */
  record RefusedPart(RefusalGround ground, String part, String reasons) {
    @Override
    public String toString() {
      return "RefusedPart[…]";
    }
  }

  /** Why the requested authority does not answer, Art. 6(1) and (2). */
  record Refusal(RefusalGround ground, String reasons, List<Attached> attachments)
      implements Content {
    public Refusal {
      attachments = List.copyOf(attachments);
    }

    @Override
    public ActKind kind() {
      return ActKind.REFUSAL;
    }

    @Override
    public Content with(List<Attached> attached) {
      return new Refusal(ground, reasons, attached);
    }

    @Override
    public String toString() {
      return "Refusal[…]";
    }
  }

  /**
   * The answer waits for a judicial authorisation, Art. 5(2): announced at once, and again when it
   * takes longer.
   *
   * @param expected by when the answer is expected
   */
  record Delay(String reasons, Instant expected) implements Content {
    @Override
    public ActKind kind() {
      return ActKind.JUDICIAL_DELAY;
    }

    @Override
    public List<Attached> attachments() {
      return List.of();
    }

    @Override
    public Content with(List<Attached> attached) {
      return this;
    }

    @Override
    public String toString() {
      return "Delay[…]";
    }
  }

  /** Why consent is asked for acts in another area of common interest. */
  record ConsentQuestion(String reasons) implements Content {
    @Override
    public ActKind kind() {
      return ActKind.CONSENT_REQUEST;
    }

    @Override
    public List<Attached> attachments() {
      return List.of();
    }

    @Override
    public Content with(List<Attached> attached) {
      return this;
    }

    @Override
    public String toString() {
      return "ConsentQuestion[…]";
    }
  }

  /**
   * A consent for one offence area.
   *
   * @param until the last instant at which an act may rest on it
   */
  record ConsentGrant(String text, Instant until) implements Content {
    @Override
    public ActKind kind() {
      return ActKind.CONSENT_GRANT;
    }

    @Override
    public List<Attached> attachments() {
      return List.of();
    }

    @Override
    public Content with(List<Attached> attached) {
      return this;
    }

    @Override
    public String toString() {
      return "ConsentGrant[…]";
    }
  }

  /** A denial of consent, with its reasons. */
  record ConsentDenial(String text) implements Content {
    @Override
    public ActKind kind() {
      return ActKind.CONSENT_DENIAL;
    }

    @Override
    public List<Attached> attachments() {
      return List.of();
    }

    @Override
    public Content with(List<Attached> attached) {
      return this;
    }

    @Override
    public String toString() {
      return "ConsentDenial[…]";
    }
  }

  /** The requesting authority closes the matter and says what came of it. */
  record Closure(String outcome) implements Content {
    @Override
    public ActKind kind() {
      return ActKind.CLOSURE;
    }

    @Override
    public List<Attached> attachments() {
      return List.of();
    }

    @Override
    public Content with(List<Attached> attached) {
      return this;
    }

    @Override
    public String toString() {
      return "Closure[…]";
    }
  }

  /**
   * A draft that is not yet a message of its kind, because something has to be chosen first: what
   * was typed, by the fields of its form. Never travels, and is never taken from a partner.
   *
   * @param missing the fields without which it is no message
   */
  record Unfinished(
      ActKind kind,
      Map<String, List<String>> fields,
      List<String> missing,
      List<Attached> attachments)
      implements Content {
    public Unfinished {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      missing = List.copyOf(missing);
      attachments = List.copyOf(attachments);
    }

    /** What was typed into a field; empty where nothing was. */
    public String text(String field) {
      List<String> values = fields.getOrDefault(field, List.of());
      return values.isEmpty() ? "" : values.getFirst();
    }

    private Set<HandlingCode> handling() {
      return fields.getOrDefault("handling", List.of()).stream()
          .flatMap(code -> HandlingCode.ofCode(code).stream())
          .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Content with(List<Attached> attached) {
      return new Unfinished(kind, fields, missing, attached);
    }

    @Override
    public String toString() {
      return "Unfinished[" + kind + "]";
    }
  }

  /**
   * In the place of content that cannot be shown: it was erased, or its processing is restricted
   * (Directive (EU) 2016/680 Art. 16(2), (3)). Never travels.
   */
  record Withheld(ActKind kind, Why why) implements Content {
    /** Why it cannot be shown. */
    public enum Why {
      ERASED,
      RESTRICTED
    }

    @Override
    public List<Attached> attachments() {
      return List.of();
    }

    @Override
    public Content with(List<Attached> attached) {
      return this;
    }

    @Override
    public String toString() {
      return "Withheld[" + why + "]";
    }
  }
}
