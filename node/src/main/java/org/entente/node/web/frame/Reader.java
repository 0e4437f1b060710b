package org.entente.node.web.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entente.agreement.ActKind;
import org.entente.agreement.Deadline;
import org.entente.agreement.Ground;
import org.entente.agreement.GroundCode;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.agreements.NoteHeader;
import org.entente.node.agreements.NoteKind;
import org.entente.node.casework.Content;
import org.entente.node.casework.Header;
import org.entente.node.casework.MessageView;
import org.entente.node.casework.Unsent;
import org.entente.node.countersigning.LogStop;
import org.entente.node.followup.NoticeHeader;
import org.entente.node.followup.NoticeKind;
import org.entente.node.followup.Passages;
import org.entente.node.measures.MeasureHeader;
import org.entente.node.measures.MeasureKind;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.ProvenTime;
import org.entente.subject.Subject;

/**
 * The reader of a page: language, zone, and what each template needs to speak to them.
 *
 * @param authority whose node this is
 * @param appearance the face of the house
 * @param csrf the token every form carries
 * @param path of the page, for the menu
 * @param alarm whether exchange stands still because ledgers do not fit
 * @param doubted partners with whom nothing is exchanged, because their identity is contradicted
 * @param clock why nothing is erased, because the clock is in doubt
 * @param ledgerChanged whether the stored ledger is not the one that was written
 * @param damaged whether files are damaged, which this reader should take care of
 * @param lost whether messages are lost that nobody settled, which this reader may see
 * @param unread how many of the reader's cases have news
 * @param names how authorities are called
 * @param known what partners' nodes understand
 * @param copies as which copy a form with this address is saved while it is written
 */
public record Reader(
    Sentences sentences,
    Locale locale,
    ZoneId zone,
    Optional<Officer> officer,
    String authority,
    Appearance appearance,
    String csrf,
    String path,
    Instant now,
    boolean alarm,
    List<String> doubted,
    Optional<ProvenTime.Doubt> clock,
    boolean ledgerChanged,
    boolean damaged,
    boolean lost,
    long unread,
    Names names,
    Known known,
    Function<String, Unsent.Copy> copies) {

  /** Forms that the menu leads to: they are marked there themselves. */
  private static final Set<String> BEGUN_FROM_MENU =
      Set.of("/requests/new", "/informations/new", "/checks/new", "/consents/new");

  /** What partners' nodes understand. */
  @FunctionalInterface
  public interface Known {
    /** Whether a partner's node understands a kind of a family of mail. */
    boolean by(String partner, String family, String kind);

    /** Whether it understands every field of a version of the family's contents. */
    default boolean reads(String partner, String family, int version) {
      return true;
    }
  }

  /** As which copy a form that is sent to this address is saved while it is written. */
  public Unsent.Copy copy(String action) {
    return copies.apply(action);
  }

  /** Whether the partner's node understands this kind of act. */
  public boolean knows(String partner, ActKind kind) {
    return known.by(partner, Header.FAMILY, kind.code());
  }

  /** Whether the partner's node shows the persons and things that a message tells of. */
  public boolean knowsSubjects(String partner) {
    return known.reads(partner, Header.FAMILY, Content.WITH_SUBJECTS);
  }

  /** Whether the partner's node shows forms of a field of crime. */
  public boolean knowsForms(String partner) {
    return known.reads(partner, Header.FAMILY, Content.WITH_FORMS);
  }

  /** Whether the partner's node understands this kind of note about an agreement. */
  public boolean knows(String partner, NoteKind kind) {
    return known.by(partner, NoteHeader.FAMILY, kind.code());
  }

  /** Whether the partner's node understands this kind of notice about a message. */
  public boolean knows(String partner, NoticeKind kind) {
    return known.by(partner, NoticeHeader.FAMILY, kind.code());
  }

  /** Whether the partner's node understands this kind of urgent measure. */
  public boolean knows(String partner, MeasureKind kind) {
    return known.by(partner, MeasureHeader.FAMILY, kind.code());
  }

  /** The name of a partner in a list to choose from, and whether its node knows what is chosen. */
  public String addressee(String partner, boolean knows) {
    return knows ? name(partner) : t("abilities.addressee", name(partner));
  }

  /** How authorities are called. */
  @FunctionalInterface
  public interface Names {
    /** The name of an authority, by its identifier, in the language nearest to a locale. */
    String of(String authority, Locale locale);
  }

  /** A text of the message bundles. */
  public String t(String key, Object... values) {
    Object[] isolated = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      isolated[i] = values[i] instanceof String text ? Isolated.within(text) : values[i];
    }
    return sentences.of(locale, key, isolated);
  }

  /**
   * The same text for the body of a page: strings among the values are isolated from the direction
   * of what surrounds them, instants and days are marked as times.
   */
  public Markup say(String key, Object... values) {
    return Isolated.sentence(
        marks -> sentences.of(locale, key, marks),
        value -> value instanceof Instant at ? when(at) : born(value.toString()),
        values);
  }

  /** An instant in the reader's zone, marked as a time, with the whole time beside. */
  public Markup when(Instant at) {
    return Isolated.worded(at, zone, moment(at));
  }

  /** An instant as people say it: near ones by today's day, others by their date. */
  private String moment(Instant at) {
    LocalDate day = dayOf(at);
    LocalDate today = dayOf(now);
    if (day.equals(today)) {
      return t("time.today", clock(at));
    }
    if (day.equals(today.minusDays(1))) {
      return t("time.yesterday", clock(at));
    }
    if (day.equals(today.plusDays(1))) {
      return t("time.tomorrow", clock(at));
    }
    boolean thisYear = day.getYear() == today.getYear();
    return t("time.at", Isolated.day(day, thisYear, locale), clock(at));
  }

  /** How long ago an instant was, marked as a time, with the whole time beside. */
  public Markup ago(Instant at) {
    Duration since = Duration.between(at, now);
    String words =
        since.toMinutes() < 1
            ? t("time.now")
            : since.toHours() < 1
                ? t("time.ago-minutes", since.toMinutes())
                : since.toDays() < 1
                    ? t("time.ago-hours", since.toHours())
                    : t("time.ago-days", since.toDays());
    return Isolated.worded(at, zone, words);
  }

  /** A date of birth as people read it, whole or in part; as it was written where it is none. */
  public Markup born(String date) {
    return Isolated.date(date, locale);
  }

  /** The dates of birth of a subject as people read them; nothing where none is known. */
  public Markup born(Subject subject) {
    return Isolated.dates(SubjectText.dates(subject), locale);
  }

  /** The name of a country by its code of two letters; the code itself where there is none. */
  public String country(String code) {
    String name = Locale.of("", code).getDisplayCountry(locale);
    return code.length() == 2 && !name.isEmpty() ? name : code;
  }

  /** The day of an instant in the reader's zone. */
  public LocalDate dayOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** The hour of an instant in the reader's zone, for what stands under its day. */
  public String clock(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at.atZone(zone));
  }

  /** The same reader in another language and zone, for something that is handed on. */
  public Reader in(Locale other, ZoneId otherZone) {
    return new Reader(
        sentences,
        other,
        otherZone,
        officer,
        authority,
        appearance,
        csrf,
        path,
        now,
        alarm,
        doubted,
        clock,
        ledgerChanged,
        damaged,
        lost,
        unread,
        names,
        known,
        copies);
  }

  /** The same reader in another language, for a letter to another person. */
  public Reader in(Locale other) {
    return in(other, zone);
  }

  /** What happened, by the code of an entry; the code itself where a later version wrote it. */
  public String event(String code) {
    String key = "event." + code;
    return sentences.has(locale, key) ? t(key) : code;
  }

  /** A day in the reader's zone. */
  public String day(Instant at) {
    return dayOf(at).toString();
  }

  /** An instant in the reader's zone. */
  public String time(Instant at) {
    return Sentences.time(at, zone);
  }

  /** Whether the menu's entry leads to this page, or to one that it hangs under. */
  public String here(String entry) {
    return path.equals(entry) ? "page" : isUnder(entry) ? "true" : "false";
  }

  private boolean isUnder(String entry) {
    return !BEGUN_FROM_MENU.contains(path)
        && Place.above(path).stream().anyMatch(place -> place.address().equals(entry));
  }

  /** The pages above this one that the reader may open, the outermost first. */
  public List<Above> above() {
    return Place.above(path).stream()
        .filter(place -> place.open(this))
        .map(place -> new Above(place.address(), place.text(this)))
        .toList();
  }

  /** A page that this one hangs under. */
  public record Above(String address, String name) {}

  /** The name of an authority, as agreements and identity cards give it; else its identifier. */
  public String name(String authority) {
    return names.of(authority, locale);
  }

  /** A text for a code that came from a partner's node; the code itself where none is known. */
  public String coded(String prefix, String code) {
    String key = prefix + "." + code;
    return sentences.has(locale, key) ? t(key) : t(prefix + ".other", code);
  }

  /** Why a partner was not asked: a code of checks, or a ground of the agreement. */
  public String notAsked(String code) {
    String key = "not-asked." + code;
    return sentences.has(locale, key)
        ? t(key)
        : GroundCode.ofCode(code)
            .map(ground -> new Ground(ground, Optional.empty(), "").sentence(locale))
            .orElseGet(() -> t("not-asked.other", code));
  }

  /** Whether the home page is the work list; others start from a page of their own. */
  public boolean works() {
    return may(Right.DRAFT) || may(Right.RELEASE);
  }

  /** Whether there is something that this reader may search. */
  public boolean searches() {
    return may(Right.READ_CASES) || may(Right.SEARCH_RECORDS) || may(Right.READ_CHECKS);
  }

  /**
   * An authority by its country where that is enough to tell it from others; else by the code of
   * its country and its name, of which a narrow column shows the beginning.
   */
  public String land(String authority, boolean only) {
    String code = authority.substring(0, 2).toUpperCase(Locale.ROOT);
    String country = Locale.of("", code).getDisplayCountry(locale);
    if (country.equals(code) || country.isEmpty()) {
      return name(authority);
    }
    return only ? country : code + " " + name(authority);
  }

  /** Whether this reader may see checks at all. */
  public boolean readsChecks() {
    return may(Right.READ_CHECKS) || may(Right.READ_OFFERS) || may(Right.READ_CHECK_LISTS);
  }

  /** Where the menu leads: those who ask to their checks, others to what they may see. */
  public String checksEntry() {
    return may(Right.READ_CHECKS)
        ? "/checks"
        : may(Right.READ_OFFERS) ? "/checks/offers" : "/checks/lists";
  }

  /** Which limit holds, in words: a rule such as {@code urgent-direct-8h}. */
  public String rule(String rule) {
    int cut = rule.lastIndexOf('-');
    String number = rule.substring(cut + 1, rule.length() - 1);
    return t("rule." + rule.substring(0, cut))
        + ": "
        + t(rule.endsWith("h") ? "time.hours" : "time.days", Integer.parseInt(number));
  }

  /** Whether this reader has the right; nobody has one before they signed in. */
  public boolean may(Right right) {
    return officer.map(o -> Rights.may(o, right)).orElse(false);
  }

  /** Whether this reader may ask to lift a stop. */
  public boolean mayLift(LogStop stop) {
    return stop.open() && officer.filter(o -> stop.lifting().againstFirst(o).isEmpty()).isPresent();
  }

  /** Whether this reader may confirm as the second person that a stop is lifted. */
  public boolean mayConfirm(LogStop stop) {
    return stop.open()
        && stop.askedBy().isPresent()
        && officer
            .filter(o -> stop.lifting().againstSecond(o, stop.askedBy()).isEmpty())
            .isPresent();
  }

  /** Whether an officer is this reader. */
  public boolean is(Officer other) {
    return officer.map(Officer::id).filter(other.id()::equals).isPresent();
  }

  /** Whether this reader is the officer with this identifier. */
  public boolean is(OfficerId other) {
    return officer.map(Officer::id).equals(Optional.of(other));
  }

  /** Whether this reader wrote the message. */
  public boolean wrote(MessageView message) {
    return officer.isPresent() && message.draftedBy().equals(officer.map(Officer::id));
  }

  /** Whether files can go with such a message. */
  public boolean mayCarryFiles(MessageView message) {
    return switch (message.content()) {
      case Content.Unfinished u -> mayCarryFiles(u.kind());
      case Content.Request r -> true;
      case Content.Information i -> true;
      case Content.Reply r -> true;
      case Content.Question q -> true;
      case Content.Answer a -> true;
      case Content.Refusal r -> true;
      case Content.Delay d -> false;
      case Content.ConsentQuestion c -> false;
      case Content.ConsentGrant c -> false;
      case Content.ConsentDenial c -> false;
      case Content.Closure c -> false;
      case Content.Withheld w -> false;
    };
  }

  private static boolean mayCarryFiles(ActKind kind) {
    return switch (kind) {
      case REQUEST, REPLY, CLARIFICATION_QUESTION, CLARIFICATION_ANSWER, REFUSAL -> true;
      default -> false;
    };
  }

  /** The text of a constant: its kind's prefix and its code. */
  public String of(String prefix, Enum<?> constant) {
    return t(prefix + "." + Problems.code(constant));
  }

  /** A month by its name, alone. */
  public String month(Month month) {
    return month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }

  /** What of a message a correction names, in words. */
  public String passage(String code) {
    if (code.startsWith(Passages.FILE)) {
      return t("passage.attachment");
    }
    String key = code.equals(Passages.WHOLE) ? "passage.whole" : "field." + code;
    return sentences.has(locale, key) ? t(key) : code;
  }

  /** What is left on a clock, in words. */
  public String left(Deadline deadline) {
    Duration left = deadline.remaining(now);
    Duration size = left.abs();
    String amount = t("time.amount", size.toDays(), size.toHoursPart(), size.toMinutesPart());
    return left.isNegative() ? t("time.over", amount) : t("time.left", amount);
  }

  /** How much is left, or over, in fewer words; which of both it is stands beside. */
  public String leftShort(Deadline deadline) {
    Duration size = deadline.remaining(now).abs();
    return size.toDays() > 0
        ? t("time.short-days", size.toDays(), size.toHoursPart())
        : t("time.short-hours", size.toHoursPart(), size.toMinutesPart());
  }

  /** The same in hundredths of the whole limit, for the bar; never outside 0 to 100. */
  public int leftPercent(Deadline deadline) {
    long whole = Math.max(1, deadline.limit().toSeconds());
    return Math.clamp(deadline.remaining(now).toSeconds() * 100 / whole, 0, 100);
  }

  @Override
  public String toString() {
    return "Reader[" + locale + "]";
  }
}
