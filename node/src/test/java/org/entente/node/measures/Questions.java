package org.entente.node.measures;

import java.time.Instant;
import java.util.Set;
import org.entente.agreement.HandlingCode;

/** Questions as a desk writes them. */
final class Questions {
  private Questions() {}

  static Measure.EmergencyDisclosure disclosure(Instant by) {
    return new Measure.EmergencyDisclosure(
        "A girl of nine years.",
        "The kidnapper names an hour.",
        by,
        "Police of Baku",
        "A provider in Belgrade",
        "+381 60 000 000, since midnight UTC+1",
        "The place of the telephone.",
        "It shows where the girl is kept.",
        "Letters take weeks.",
        "A letter rogatory follows.",
        "Contact point, day and night",
        null,
        Set.of(HandlingCode.H1),
        null,
        "en");
  }

  static Measure.Verification verification() {
    return new Measure.Verification(
        Measure.Document.PASSPORT,
        "AA 1234567",
        "Belgrade, 3 May 2021",
        "The picture shows a man with a beard.",
        "The laminate is loose at one side.",
        null,
        Set.of(HandlingCode.H1),
        null,
        "en");
  }

  static Measure.ArrivalQuestion arrival() {
    return new Measure.ArrivalQuestion(
        "Three boxes with copies of files.",
        "On 3 November 2026",
        Measure.Sent.COURIER,
        "Directorate in Belgrade",
        "No. 17-2026",
        null,
        Set.of(HandlingCode.H1),
        null,
        "en");
  }
}
