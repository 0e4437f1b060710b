package org.entente.node.casework;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.agreement.ActKind;
import org.entente.agreement.HandlingCode;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, by kind. In clear only while an officer reads or writes it; prints nothing.
 */
public sealed interface Content {
  /** The act this content belongs to. */
  ActKind kind();

  List<Attached> attachments();

  /** The same content with these attachments. */
  Content with(List<Attached> attached);

  /**
   * A request, with everything that Directive (EU) 2023/977 Art. 4(5) asks for.
   *
   * @param informationSought (a) as detailed as reasonably possible
   * @param purpose (b) what the information is wanted for
   * @param facts (b) the facts and the underlying offence
   * @param reasonsToBelieve (c) why the requested authority should have it
   * @param link (d) between the purpose and the person
   * @param urgencyReasons (e) in words, beside the reason code
   * @param restrictions (f) on the use of what the request itself says
   * @param language of the request, by BCP 47
   */
  record Request(
      Person person,
      String informationSought,
      String purpose,
      String facts,
      String reasonsToBelieve,
      String link,
      @Nullable String urgencyReasons,
      @Nullable String restrictions,
      String language,
      Set<HandlingCode> handling,
      List<Attached> attachments)
      implements Content {
    public Request {
      handling = Set.copyOf(handling);
      attachments = List.copyOf(attachments);
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
          attached);
    }

    @Override
    public String toString() {
      return "Request[…]";
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
   */
  record Reply(
      String text,
      Evaluation evaluation,
      Set<HandlingCode> handling,
      @Nullable String handlingText,
      boolean assessment,
      String asOf,
      List<Attached> attachments)
      implements Content {
    public Reply {
      handling = Set.copyOf(handling);
      attachments = List.copyOf(attachments);
    }

    @Override
    public ActKind kind() {
      return ActKind.REPLY;
    }

    @Override
    public Content with(List<Attached> attached) {
      return new Reply(text, evaluation, handling, handlingText, assessment, asOf, attached);
    }

    @Override
    public String toString() {
      return "Reply[…]";
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
}
