package org.entente.node.oversight;

import java.util.Locale;
import java.util.Optional;

/**
 * What is counted in a year. The first five are those of Directive (EU) 2023/977 Art. 18(2)(a) to
 * (d); the others are the same seen from the other side, and what a parliament asks beside them.
 */
public enum Figure {
  /** Requests that left, letter (a). */
  SENT,
  /** Requests that came, letter (b). */
  RECEIVED,
  /** Requests that were answered here, letter (b). */
  ANSWERED,
  /** Requests that were refused here, letter (c). */
  REFUSED,
  /** Requests that were answered here but for a part, which counts under its ground, letter (c). */
  REFUSED_IN_PART,
  /** Matters whose limit was passed because a judge had to authorise the answer, letter (d). */
  DELAYED,
  /** Requests of ours that were answered. */
  REPLY_HAD,
  /** Requests of ours that were refused. */
  REFUSAL_HAD,
  /** Requests of ours of which a part was refused. */
  PART_REFUSAL_HAD,
  /** Requests of ours for whose answer a judge was waited for. */
  DELAY_HAD,
  /** Information given on our own initiative. */
  INFORMATION_GIVEN,
  /** Information had on a partner's own initiative. */
  INFORMATION_HAD,
  /** Messages of ours of which the contact points concerned got a copy, Art. 4(1), 5(3), 7. */
  COPY_GIVEN,
  /** Messages of ours without such a copy, on a ground of Art. 4(2). */
  COPY_LEFT_OUT,
  /** Messages of a partner of which its contact point got a copy. */
  COPY_GIVEN_THERE,
  /** Messages of a partner without such a copy. */
  COPY_LEFT_OUT_THERE,
  /** Blind questions asked. */
  CHECK_ASKED,
  /** Blind questions that met something. */
  CHECK_HIT,
  /** Blind questions answered for a partner; whether something was met the node cannot know. */
  CHECK_ANSWERED,
  /** Alerts of ours, and what a life depended on. */
  ALERT_GIVEN,
  /** Alerts of a partner, and what a life depended on. */
  ALERT_HAD,
  /** Preservation of data asked of a partner (Budapest Convention Art. 29). */
  PRESERVATION_ASKED,
  /** Preservation of data asked of us. */
  PRESERVATION_ASKED_THERE,
  /** Emergency disclosure asked of a partner. */
  DISCLOSURE_ASKED,
  /** Data that a partner disclosed in an emergency. */
  DISCLOSURE_HAD,
  /** Emergency disclosure that a partner declined. */
  DISCLOSURE_DECLINED_THERE,
  /** Emergency disclosure asked of us. */
  DISCLOSURE_ASKED_THERE,
  /** Data disclosed to a partner in an emergency. */
  DISCLOSURE_GIVEN,
  /** Emergency disclosure that was declined here. */
  DISCLOSURE_DECLINED,
  /** Documents that a partner was asked to verify. */
  VERIFICATION_ASKED,
  /** Findings of a partner on a document. */
  VERIFICATION_HAD,
  /** Documents that a partner asked to verify. */
  VERIFICATION_ASKED_THERE,
  /** Findings given on a document. */
  VERIFICATION_GIVEN,
  /** Questions whether something of ours arrived. */
  ARRIVAL_ASKED,
  /** Answers whether it had. */
  ARRIVAL_HAD,
  /** Questions of a partner whether something arrived. */
  ARRIVAL_ASKED_THERE,
  /** Answers given whether it had. */
  ARRIVAL_GIVEN;

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The figure with this code, if there is one. */
  public static Optional<Figure> ofCode(String code) {
    for (Figure figure : values()) {
      if (figure.code().equals(code)) {
        return Optional.of(figure);
      }
    }
    return Optional.empty();
  }
}
