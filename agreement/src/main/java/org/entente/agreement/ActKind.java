package org.entente.agreement;

import java.util.Locale;
import java.util.Optional;

/**
 * What an officer or a node may want to do under an agreement. Which article carries which kind is
 * data of the instrument, not of this list.
 */
public enum ActKind {
  /** A reasoned request for information or action. */
  REQUEST("request"),

  /** The requested side asks what is meant. */
  CLARIFICATION_QUESTION("clarification-question"),

  /** The requesting side says what is meant. */
  CLARIFICATION_ANSWER("clarification-answer"),

  /** An answer, whole or in part. */
  REPLY("reply"),

  /** A refusal with its reasons. */
  REFUSAL("refusal"),

  /** Information on the sender's own initiative. */
  INFORMATION("information"),

  /** A request to agree to an area that the listed crimes leave open. */
  CONSENT_REQUEST("consent-request"),

  /** The agreement to such an area. */
  CONSENT_GRANT("consent-grant"),

  /** The denial of such an area. */
  CONSENT_DENIAL("consent-denial"),

  /** The announcement that a judicial authorisation delays the answer. */
  JUDICIAL_DELAY("judicial-delay"),

  /** The end of a matter. */
  CLOSURE("closure"),

  /** A blind hit or no-hit question. */
  CHECK("check"),

  /** A warning to look out for somebody or something. */
  ALERT("alert"),

  /**
   * A request that data be disclosed at once because a life is in danger, without the formal way
   * before it; Second Additional Protocol to the Budapest Convention (CETS 224) Art. 9.
   */
  EMERGENCY_DISCLOSURE("emergency-disclosure"),

  /** A question for the origin or way of an object. */
  TRACE("trace"),

  /** A course, a certificate or an exchange of experience. */
  TRAINING("training"),

  /** Officers of both sides at work together. */
  JOINT_WORK("joint-work"),

  /** A question whether information may go to a third party. */
  ONWARD_TRANSFER("onward-transfer");

  private final String code;

  ActKind(String code) {
    this.code = code;
  }

  /**
   * Whether it only carries on or ends a matter that was opened before: what stands against opening
   * a matter does not stand against it. The grant of a consent is none: it opens an area.
   */
  public boolean answers() {
    return switch (this) {
      case CLARIFICATION_QUESTION,
          CLARIFICATION_ANSWER,
          REPLY,
          REFUSAL,
          JUDICIAL_DELAY,
          CLOSURE,
          CONSENT_DENIAL ->
          true;
      case REQUEST,
          INFORMATION,
          CONSENT_REQUEST,
          CONSENT_GRANT,
          CHECK,
          ALERT,
          EMERGENCY_DISCLOSURE,
          TRACE,
          TRAINING,
          JOINT_WORK,
          ONWARD_TRANSFER ->
          false;
    };
  }

  /** The stable code used in files and messages. */
  public String code() {
    return code;
  }

  /** The name a person reads, in the nearest of the shipped languages. */
  public String label(Locale locale) {
    return Words.in(Language.of(locale)).get("act." + code);
  }

  /** The constant with this code, if there is one. */
  public static Optional<ActKind> ofCode(String code) {
    for (ActKind candidate : values()) {
      if (candidate.code.equals(code)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
