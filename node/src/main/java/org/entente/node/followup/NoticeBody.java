package org.entente.node.followup;

import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.HandlingCode;
import org.entente.node.act.Refusal;
import org.entente.node.act.Usual;
import org.entente.node.delivery.WireJson;
import tools.jackson.core.JacksonException;

/** The bytes of a notice, and what must stand in it before it may leave or is kept. */
final class NoticeBody {
  /** The length of a text field of a message: a correction replaces one. */
  private static final int CORRECTED_MAX = 20_000;

  private static final int REASONS_MIN = 10;
  private static final int REASONS_MAX = 2_000;

  private NoticeBody() {}

  static byte[] bytes(Notice notice) {
    return WireJson.bytes(notice);
  }

  /**
   * @throws org.entente.node.delivery.NotSupported when a code or field in it is not known here
   * @throws IllegalArgumentException when the bytes are not a whole notice of this kind
   */
  static Notice read(NoticeKind kind, byte[] bytes) {
    try {
      Class<? extends Notice> type =
          switch (kind) {
            case CORRECTION -> Notice.Correction.class;
            case ERASURE -> Notice.Erasure.class;
            case RESTRICTION -> Notice.Restriction.class;
            case LIFTING -> Notice.Lifting.class;
            case RECALL -> Notice.Recall.class;
            case HANDLING -> Notice.Handling.class;
            case INACCURACY -> Notice.Inaccuracy.class;
            case FINDING -> Notice.Finding.class;
            case PASSING -> Notice.Passing.class;
            case PERMISSION -> Notice.Permission.class;
            case ACKNOWLEDGEMENT -> Notice.Acknowledgement.class;
            case REMINDER -> Notice.Reminder.class;
          };
      Notice notice = WireJson.content(bytes, type).whole();
      if (fault(notice).isPresent()) {
        throw new IllegalArgumentException("The notice is not complete");
      }
      return notice;
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException("The notice is not of the form of version 1");
    }
  }

  /** What is missing or too much. */
  static Optional<Refusal> fault(Notice notice) {
    if (!notice.kind().followsAnother() && !said(notice.reasons(), REASONS_MIN, REASONS_MAX)) {
      return Optional.of(Usual.REASON_MISSING);
    }
    return switch (notice) {
      case Notice.Correction c -> corrects(c.corrected());
      case Notice.Inaccuracy i -> corrects(i.corrected());
      case Notice.Finding f ->
          said(f.reasons(), f.correction() == null ? REASONS_MIN : 0, REASONS_MAX)
              ? Optional.empty()
              : Optional.of(Usual.REASON_MISSING);
      case Notice.Passing p ->
          authority(p.recipient())
              ? Optional.empty()
              : Optional.of(NoticeRefusal.RECIPIENT_UNKNOWN);
      case Notice.Permission p ->
          said(p.reasons(), p.granted() ? 0 : REASONS_MIN, REASONS_MAX)
              ? Optional.empty()
              : Optional.of(Usual.REASON_MISSING);
      case Notice.Handling h -> {
        boolean words = h.text() != null && said(h.text(), 1, REASONS_MAX);
        boolean fits = h.codes().contains(HandlingCode.H3) ? words : h.text() == null || words;
        yield h.codes().isEmpty() || !fits
            ? Optional.of(NoticeRefusal.TEXT_MISSING)
            : Optional.empty();
      }
      case Notice.Erasure e -> Optional.empty();
      case Notice.Restriction r -> Optional.empty();
      case Notice.Lifting l -> Optional.empty();
      case Notice.Recall r -> Optional.empty();
      case Notice.Acknowledgement a ->
          a.reason() == null || a.reason().matches("[a-z-]{1,40}")
              ? Optional.empty()
              : Optional.of(NoticeRefusal.TEXT_MISSING);
      case Notice.Reminder r -> Optional.empty();
    };
  }

  private static boolean authority(String name) {
    try {
      return new AuthorityId(name).value().equals(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<Refusal> corrects(String text) {
    return said(text, 1, CORRECTED_MAX)
        ? Optional.empty()
        : Optional.of(NoticeRefusal.TEXT_MISSING);
  }

  private static boolean said(String text, int least, int most) {
    return text.strip().length() >= least
        && text.length() <= most
        && text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
  }
}
