package org.entente.node.duty;

import java.util.Locale;

/** What an alarm is about. */
public enum AlarmKind {
  /** An urgent matter came and nobody holds it. */
  URGENT_MATTER(About.CASE),
  /** Half of the time for an answer has passed and nobody holds the matter. */
  DEADLINE_HALF(About.CASE),
  /** Four fifths of the time for an answer have passed. */
  DEADLINE_NEAR(About.CASE),
  /** The answer is late. */
  DEADLINE_MISSED(About.CASE),
  /** A judge, or an authority of the own state, has not answered in time. */
  ROUTE_SILENT(About.CASE),
  /** Nothing reaches a partner. */
  LINE_DOWN(About.PARTNER),
  /** The exchange with a partner is stopped because ledgers do not fit. */
  LOG_STOPPED(About.PARTNER),
  /** Nobody is planned to hold the post. */
  NO_WATCH(About.POST),
  /** A life may depend on what a partner sent, and nobody has seen it. */
  LIFE_AT_RISK(About.MEASURE),
  /** A partner sent an urgent measure, or something in one, and nobody has seen it. */
  MEASURE_UNSEEN(About.MEASURE),
  /** A partner asks whether a person is at this post. */
  RADIO_CHECK(About.MEASURE),
  /** One officer released a measure, and no second has looked at it. */
  RELEASE_UNREVIEWED(About.MEASURE),
  /** A partner asked a day ago to preserve data and was not answered. */
  PRESERVATION_UNANSWERED(About.MEASURE),
  /** A partner's question is soon to be answered, or should have been. */
  ANSWER_DUE(About.MEASURE),
  /** A partner has not answered a question in time. */
  ANSWER_OVERDUE(About.MEASURE),
  /** Preserved data are lost in fourteen days. */
  PRESERVATION_LAPSES(About.MEASURE),
  /** In seven. */
  PRESERVATION_LAPSES_SOON(About.MEASURE),
  /** In two, or they were lost already. */
  PRESERVATION_LAPSES_NOW(About.MEASURE),
  /** What was said by telephone is not confirmed in writing. */
  CALL_UNCONFIRMED(About.CALL),
  /** Who should hold the post has not accepted the watch. */
  WATCH_NOT_ACCEPTED(About.POST),
  /** Alarms rely on pages, and none at the post would be heard. */
  NO_ARMED_PAGE(About.POST);

  /** What the reference of an alarm names. */
  public enum About {
    CASE,
    PARTNER,
    POST,
    MEASURE,
    CALL
  }

  private final About about;

  AlarmKind(About about) {
    this.about = about;
  }

  public About about() {
    return about;
  }

  /** Whether it is about an urgent measure or a call. */
  boolean ofMeasures() {
    return about == About.MEASURE || about == About.CALL;
  }

  /** Whether the partner that caused it is told once a person has seen it. */
  boolean toldToPartner() {
    return this == LIFE_AT_RISK || this == MEASURE_UNSEEN || this == RADIO_CHECK;
  }

  /** The stable code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
