package org.entente.node.measures;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.entente.agreement.HandlingCode;
import org.entente.node.casework.PersonSought;
import org.jspecify.annotations.Nullable;

/**
 * What a message of an urgent measure says, by kind. In clear only while an officer reads or writes
 * it; prints nothing.
 */
public sealed interface Measure {
  MeasureKind kind();

  /** What opens a measure. */
  sealed interface Opening extends Measure {
    /** Whom it is about; null where it is about nobody in particular. */
    @Nullable PersonSought person();

    Set<HandlingCode> handling();

    /** Other restrictions in words; with H3. */
    @Nullable String handlingText();

    /** By BCP 47. */
    String language();
  }

  /**
   * A warning on the sender's own initiative.
   *
   * @param when in words: it is often not known to the minute
   * @param endangered who or what is in danger
   * @param asked what the receiver is asked to do
   */
  record Alert(
      String what,
      String where,
      String when,
      String endangered,
      String asked,
      @Nullable PersonSought person,
      Set<HandlingCode> handling,
      @Nullable String handlingText,
      String language)
      implements Opening {
    public Alert {
      handling = Set.copyOf(handling);
    }

    @Override
    public MeasureKind kind() {
      return MeasureKind.ALERT;
    }

    @Override
    public String toString() {
      return "Alert[…]";
    }
  }

  /**
   * A life or a body is in danger, Directive (EU) 2023/977 Art. 4(4).
   *
   * @param endangered who is in danger
   * @param imminent why it is imminent
   * @param by until when help has to come
   */
  record LifeAtRisk(
      String endangered,
      String imminent,
      Instant by,
      String where,
      String asked,
      @Nullable PersonSought person,
      Set<HandlingCode> handling,
      @Nullable String handlingText,
      String language)
      implements Opening {
    public LifeAtRisk {
      handling = Set.copyOf(handling);
    }

    @Override
    public MeasureKind kind() {
      return MeasureKind.LIFE_AT_RISK;
    }

    @Override
    public String toString() {
      return "LifeAtRisk[…]";
    }
  }

  /**
   * A request to keep stored data as they are, with the six items of Budapest Convention Art.
   * 29(2).
   *
   * @param authority (a) that seeks the preservation: the one that investigates
   * @param facts (b) the offence and a brief summary of the facts
   * @param data (c) the data and their relation to the offence
   * @param custodian (d) who has them or where they are, as far as it is known
   * @param necessity (e) why they must be preserved
   * @param intent (f) which request for search, seizure or disclosure will follow
   * @param contact whom to ask for confirmation: office, reachable when, in which time zone
   * @param forDays for how long, at least 60 by Art. 29(7)
   */
  record Preservation(
      String authority,
      String facts,
      String data,
      String custodian,
      String necessity,
      String intent,
      String contact,
      int forDays,
      @Nullable PersonSought person,
      Set<HandlingCode> handling,
      @Nullable String handlingText,
      String language)
      implements Opening {
    public Preservation {
      handling = Set.copyOf(handling);
    }

    @Override
    public MeasureKind kind() {
      return MeasureKind.PRESERVATION;
    }

    @Override
    public String toString() {
      return "Preservation[…]";
    }
  }

  /**
   * A request to disclose data at once because a life is in danger; CETS 224 Art. 9(3).
   *
   * @param endangered who is in danger
   * @param imminent the facts that show the emergency
   * @param by until when the data have to be there
   * @param authority that investigates
   * @param provider who has the data
   * @param accounts of which account, number or address, with times and their zone
   * @param wanted exactly which data
   * @param averts how they avert the danger
   * @param tooSlow why the formal way is too slow
   * @param intent which formal request follows
   * @param contact whom to call back, at the number of the agreement's annex
   */
  record EmergencyDisclosure(
      String endangered,
      String imminent,
      Instant by,
      String authority,
      String provider,
      String accounts,
      String wanted,
      String averts,
      String tooSlow,
      String intent,
      String contact,
      @Nullable PersonSought person,
      Set<HandlingCode> handling,
      @Nullable String handlingText,
      String language)
      implements Opening {
    public EmergencyDisclosure {
      handling = Set.copyOf(handling);
    }

    @Override
    public MeasureKind kind() {
      return MeasureKind.EMERGENCY_DISCLOSURE;
    }

    @Override
    public String toString() {
      return "EmergencyDisclosure[…]";
    }
  }

  /** What a document is that is to be verified. */
  enum Document {
    PASSPORT,
    IDENTITY_CARD,
    RESIDENCE_PERMIT,
    VISA,
    DRIVING_LICENCE,
    VEHICLE_REGISTRATION,
    CIVIL_STATUS,
    OTHER
  }

  /**
   * A question whether a document is genuine, to the state that is said to have issued it; as the
   * Protocol against the Smuggling of Migrants Art. 13 has it.
   *
   * @param documentNumber as printed, with its series
   * @param issuedBy which office, where and when, as the document says
   * @param particulars what else it says: holder's picture, dates, remarks, as far as it matters
   * @param doubt why it is asked
   * @param person the holder as the document names them; null where it names nobody
   */
  record Verification(
      Document documentKind,
      String documentNumber,
      String issuedBy,
      String particulars,
      String doubt,
      @Nullable PersonSought person,
      Set<HandlingCode> handling,
      @Nullable String handlingText,
      String language)
      implements Opening {
    public Verification {
      handling = Set.copyOf(handling);
    }

    @Override
    public MeasureKind kind() {
      return MeasureKind.VERIFICATION;
    }

    @Override
    public String toString() {
      return "Verification[…]";
    }
  }

  /** By which way something was sent that left no receipt of its own. */
  enum Sent {
    POST,
    COURIER,
    BY_HAND,
    E_MAIL,
    FAX,
    OTHER_NETWORK
  }

  /**
   * A question whether what was sent by another way has arrived at the partner's desk.
   *
   * @param sent what was sent
   * @param sentOn when, in words
   * @param sentTo to which office
   * @param sentUnder under which number, of the sender or of the carrier
   */
  record ArrivalQuestion(
      String sent,
      String sentOn,
      Sent way,
      String sentTo,
      String sentUnder,
      @Nullable PersonSought person,
      Set<HandlingCode> handling,
      @Nullable String handlingText,
      String language)
      implements Opening {
    public ArrivalQuestion {
      handling = Set.copyOf(handling);
    }

    @Override
    public MeasureKind kind() {
      return MeasureKind.ARRIVAL_QUESTION;
    }

    @Override
    public String toString() {
      return "ArrivalQuestion[…]";
    }
  }

  /**
   * Asks whether a person at the partner's post answers; about nobody and nothing.
   *
   * @param language of the one who asks
   */
  record RadioCheck(String language) implements Opening {
    @Override
    public MeasureKind kind() {
      return MeasureKind.RADIO_CHECK;
    }

    @Override
    public @Nullable PersonSought person() {
      return null;
    }

    @Override
    public Set<HandlingCode> handling() {
      return Set.of();
    }

    @Override
    public @Nullable String handlingText() {
      return null;
    }
  }

  /**
   * A person has seen it: which post, never who.
   *
   * @param message what was seen
   * @param at by the clock of the post's node
   */
  record Seen(UUID message, Instant at, String post) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.SEEN;
    }
  }

  /** What a correction says first, before any word of an officer. */
  enum Corrects {
    /** It was an exercise. */
    EXERCISE,
    /** It was sent in error. */
    ERROR,
    /** It was right and holds no more. */
    WITHDRAWN
  }

  /**
   * What was sent is not to be acted on any more.
   *
   * @param words more about it; may be empty, so that nothing has to be written in a hurry
   */
  record Correction(Corrects corrects, String words) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.CORRECTION;
    }

    @Override
    public String toString() {
      return "Correction[…]";
    }
  }

  record Warning(String words) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.WARNING;
    }

    @Override
    public String toString() {
      return "Warning[…]";
    }
  }

  record GoingOn(String words) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.GOING_ON;
    }

    @Override
    public String toString() {
      return "GoingOn[…]";
    }
  }

  record Withdrawal(String words) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.WITHDRAWAL;
    }

    @Override
    public String toString() {
      return "Withdrawal[…]";
    }
  }

  /**
   * The data are preserved.
   *
   * @param until the first instant at which they need not be kept any more
   */
  record Preserved(Instant until, String words) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.PRESERVED;
    }

    @Override
    public String toString() {
      return "Preserved[…]";
    }
  }

  /**
   * A request to preserve for longer.
   *
   * @param until the day that is asked for
   */
  record Extension(Instant until, String words) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.EXTENSION;
    }

    @Override
    public String toString() {
      return "Extension[…]";
    }
  }

  /**
   * A request for disclosure has been made.
   *
   * @param words which authority asked which, when and under which number
   */
  record Announcement(String words) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.ANNOUNCEMENT;
    }

    @Override
    public String toString() {
      return "Announcement[…]";
    }
  }

  record Release(String words) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.RELEASE;
    }

    @Override
    public String toString() {
      return "Release[…]";
    }
  }

  /** The only grounds on which a preservation is refused, Art. 29(5). */
  enum Ground {
    /** (a) a political offence, or one connected with it. */
    POLITICAL_OFFENCE,
    /** (b) sovereignty, security, public order or other essential interests. */
    ESSENTIAL_INTERESTS
  }

  record Refusal(Ground ground, String words) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.REFUSAL;
    }

    @Override
    public String toString() {
      return "Refusal[…]";
    }
  }

  record Impossible(String words) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.IMPOSSIBLE;
    }

    @Override
    public String toString() {
      return "Impossible[…]";
    }
  }

  /**
   * The data that were asked for, or where they are handed over.
   *
   * @param conditions under which they are disclosed; may be empty
   */
  record Disclosed(String words, String conditions) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.DISCLOSED;
    }

    @Override
    public String toString() {
      return "Disclosed[…]";
    }
  }

  /** Why data are not disclosed in spite of an emergency. */
  enum Declines {
    /** The facts stated show no imminent danger to a person. */
    NO_EMERGENCY,
    /** Nobody here has such data. */
    NO_DATA,
    /** Who has them does not give them without an order. */
    PROVIDER_DECLINES,
    /** The own law lets them be disclosed in another way only. */
    OTHER_WAY_NEEDED,
    /** Sovereignty, security, public order or other essential interests. */
    ESSENTIAL_INTERESTS
  }

  record Declined(Declines declines, String words) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.DECLINED;
    }

    @Override
    public String toString() {
      return "Declined[…]";
    }
  }

  /** What the issuer knows of a document. */
  enum Finding {
    /** Issued as described, and nothing is against it. */
    GENUINE,
    /** Issued, but to another holder or with other particulars: altered, or a copy. */
    DIFFERS,
    /** No such document was issued. */
    NOT_ISSUED,
    /** Made from a blank that was stolen or lost. */
    STOLEN_BLANK,
    /** Issued, and reported stolen or lost since. */
    LOST,
    /** Issued, and withdrawn or expired since. */
    INVALID,
    /** The register does not say. */
    CANNOT_SAY
  }

  /**
   * @param words more about it; may be empty
   */
  record Verified(Finding finding, String words) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.VERIFIED;
    }

    @Override
    public String toString() {
      return "Verified[…]";
    }
  }

  /** Whether something has arrived. */
  enum Arrived {
    ARRIVED,
    IN_PART,
    NOT_ARRIVED,
    /** It may be at an office that could not be asked. */
    CANNOT_SAY
  }

  /**
   * @param words when, where, under which number; may be empty
   */
  record Arrival(Arrived arrived, String words) implements Measure {
    @Override
    public MeasureKind kind() {
      return MeasureKind.ARRIVAL;
    }

    @Override
    public String toString() {
      return "Arrival[…]";
    }
  }
}
