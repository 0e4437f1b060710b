package org.entente.node.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.act.Outcomes.done;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.node.Authority;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.Content;
import org.entente.node.casework.Correspondence;
import org.entente.node.delivery.Arrival;
import org.entente.node.delivery.Verdict;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Role;
import org.entente.seal.Sealed;
import org.jspecify.annotations.Nullable;

/** Two authorities that exchanged a request, and say something about it afterwards. */
abstract class NoticeCorrespondence extends Correspondence {
  static final String WHY = "The laboratory measured again.";
  static final String RIGHT = "Seven kilograms were seized at the border.";

  static final Notice.Correction CORRECTION = new Notice.Correction("facts", RIGHT, WHY);

  static final Notice.Inaccuracy REPORT = new Notice.Inaccuracy("facts", RIGHT, WHY);
  static final String PURPOSE = "The consignment goes on to Tbilisi.";

  static final Officer SECOND =
      new Officer(
          new OfficerId(UUID.randomUUID()),
          "second",
          "Somebody else",
          Set.of(Role.SUPERVISOR),
          Locale.ENGLISH,
          ZoneOffset.UTC);

  /** Sends a notice, whoever that takes. */
  static MessageId sends(Authority node, MessageId about, Notice notice) {
    NoticeStep done = done(node.notices.desk().send(node.desk, about, notice));
    if (done.state() == NoticeState.WAITING) {
      done(node.notices.desk().release(node.approver, done.notice()));
    }
    return done.notice();
  }

  static Optional<NoticeView> notice(Authority node, CaseId file, MessageId id) {
    return node.notices.desk().of(node.desk, file).own().stream()
        .filter(n -> n.id().equals(id))
        .findFirst();
  }

  static NoticeView bakuNotice(Authority baku, MessageId id) {
    return notice(baku, baku.notices.desk().caseOf(id).orElseThrow(), id).orElseThrow();
  }

  void awaitNotice(MessageId id, NoticeState state) {
    patiently()
        .until(() ->
            baku.store.read(
                tx -> NoticeRows.find(tx, id).filter(n -> n.state() == state).isPresent()));
  }

  static Content content(Authority node, MessageId id) {
    return node.message(id).orElseThrow().content();
  }

  static Content.Withheld.Why withheld(Authority node, MessageId id) {
    if (content(node, id) instanceof Content.Withheld w) {
      return w.why();
    }
    throw new AssertionError("The content is there");
  }

  static Optional<Notice> answered(NoticeView notice) {
    return notice.answer().map(NoticeView.Answer::says);
  }

  static byte[] passing(String recipient) {
    return ("{\"recipient\":\"" + recipient + "\",\"reasons\":\"" + PURPOSE + "\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What Belgrade makes of a notice of Baku. */
  Verdict judged(NoticeKind kind, MessageId request, @Nullable MessageId answers, byte[] body) {
    NoticeHeader header =
        new NoticeHeader(
            kind,
            baku.id,
            belgrade.id,
            request.value(),
            request.value(),
            answers == null ? null : answers.value(),
            "0".repeat(32));
    return mail().judge(header, arriving(header, body));
  }

  NoticesArriving mail() {
    return (NoticesArriving) belgrade.notices.arrivals();
  }

  Arrival arriving(NoticeHeader header, byte[] body) {
    return new Arrival(
        MessageId.next(),
        baku.id,
        header.envelope(),
        Sealed.of(body),
        Sealed.of(body),
        clock.instant(),
        clock.instant(),
        () -> Arrival.Standing.HERE);
  }

  static void isRefused(Verdict verdict, String code) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Refuse.class, refuse -> assertThat(refuse.code()).isEqualTo(code));
  }
}
