package org.entente.node.oversight;

import static org.entente.node.ledger.Event.CHECK_ANSWERED;
import static org.entente.node.ledger.Event.EVIDENCE_EXPORTED;
import static org.entente.node.ledger.Event.MEASURE_RELEASED;
import static org.entente.node.ledger.Event.NOTE_RELEASED;
import static org.entente.node.ledger.Event.NOTICE_RELEASED;
import static org.entente.node.ledger.Event.RELEASED;
import static org.entente.node.ledger.Event.ROUTED;
import static org.entente.node.ledger.Event.SEALED_INDEX_PUBLISHED;
import static org.entente.node.ledger.Event.SUBJECTS_EXPORTED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.agreement.Act;
import org.entente.agreement.ActKind;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.OffenceArea;
import org.entente.agreement.Safeguards;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerEntry;
import org.entente.node.act.Outcome;
import org.entente.node.act.Right;
import org.entente.node.act.Rights;
import org.entente.node.act.Usual;
import org.entente.node.casework.Casework;
import org.entente.node.casework.Items;
import org.entente.node.exchange.MessageId;
import org.entente.node.followup.NoticeKind;
import org.entente.node.ledger.Entries;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Several;
import org.entente.node.officers.Officer;
import org.entente.node.store.Store;

/**
 * What left the house, nearly all of it for another country: the register of transfers (Directive
 * (EU) 2016/680 Art. 24, 35, 37, 38), read from the ledger's disclosures and nowhere else, so that
 * it can neither miss nor invent one. Safe for use by many threads.
 */
public final class Transfers {
  /** Lines of one register; a longer period is taken in parts. */
  public static final int MOST = 20_000;

  /** The longest period looked through at once. */
  public static final Duration LONGEST = Duration.ofDays(3_660);

  private static final Map<Event, Transfer.Kind> KINDS =
      new EnumMap<>(
          Map.of(
              RELEASED, Transfer.Kind.MESSAGE,
              ROUTED, Transfer.Kind.ROUTE,
              MEASURE_RELEASED, Transfer.Kind.MEASURE,
              NOTICE_RELEASED, Transfer.Kind.NOTICE,
              CHECK_ANSWERED, Transfer.Kind.CHECK_ANSWER,
              SEALED_INDEX_PUBLISHED, Transfer.Kind.SEALED_INDEX,
              NOTE_RELEASED, Transfer.Kind.AGREEMENT_NOTE,
              EVIDENCE_EXPORTED, Transfer.Kind.EVIDENCE_FILE,
              SUBJECTS_EXPORTED, Transfer.Kind.SUBJECTS_FILE));

  private final Looks looks;
  private final Entries entries;
  private final Store store;
  private final Items items;

  Transfers(Looks looks, Entries entries, Store store, Casework casework) {
    this.looks = looks;
    this.entries = entries;
    this.store = store;
    this.items = casework.items();
  }

  /**
   * Which transfers.
   *
   * @param until the first instant after the period
   * @param recipient a partner's identifier; empty for all
   * @param article some words of an article, such as {@code 1(1)(d)}; empty for all
   */
  public record Filter(
      Instant from, Instant until, String recipient, String article, Optional<Transfer.Kind> kind) {
    public Filter {
      recipient = recipient.strip();
      article = article.strip();
    }

    /** Everything of a period. */
    public static Filter of(Instant from, Instant until) {
      return new Filter(from, until, "", "", Optional.empty());
    }

    boolean takes(Transfer transfer) {
      String words = article.toLowerCase(Locale.ROOT);
      return (recipient.isEmpty() || recipient.equals(transfer.recipient()))
          && (kind.isEmpty() || kind.get() == transfer.kind())
          && (words.isEmpty()
              || transfer.articles().stream()
                  .anyMatch(a -> a.toLowerCase(Locale.ROOT).contains(words)));
    }
  }

  /**
   * A register, newest first.
   *
   * @param complete false where older transfers of the period were left out
   */
  public record Register(Filter filter, List<Transfer> lines, boolean complete) {
    public Register {
      lines = List.copyOf(lines);
    }

    public long count(Transfer.Kind kind) {
      return lines.stream().filter(line -> line.kind() == kind).count();
    }

    /** Every recipient. */
    public Set<String> recipients() {
      Set<String> all = new TreeSet<>();
      lines.forEach(line -> all.add(line.recipient()));
      return all;
    }

    public long to(String recipient) {
      return lines.stream().filter(line -> line.recipient().equals(recipient)).count();
    }
  }

  /** The register of a period; the look is an entry. */
  public Outcome<Register> register(Officer by, Filter filter) {
    if (!Rights.may(by, Right.OVERSEE)) {
      return Outcome.refused(Usual.ROLE_MISSING);
    }
    if (!filter.from().isBefore(filter.until())
        || Duration.between(filter.from(), filter.until()).compareTo(LONGEST) > 0) {
      return Outcome.refused(OversightRefusal.PERIOD_WRONG);
    }
    Register register = read(filter);
    looks.note(by, Map.of("what", "transfers", "lines", Integer.toString(register.lines().size())));
    return Outcome.done(register);
  }

  /** The same without an entry, for figures that are part of another look. */
  Register read(Filter filter) {
    Entries.Wanted wanted = new Entries.Wanted(KINDS.keySet(), filter.from(), filter.until());
    List<Transfer> lines = new ArrayList<>();
    boolean complete =
        entries.each(
            wanted,
            Optional.empty(),
            line -> {
              Transfer transfer = transfer(line);
              if (!filter.takes(transfer)) {
                return true;
              }
              return lines.size() < MOST && lines.add(transfer);
            });
    return new Register(filter, lines, complete);
  }

  private Transfer transfer(Entries.Line line) {
    LedgerEntry entry = line.entry();
    Map<String, String> said = entry.references();
    Transfer.Kind kind =
        Objects.requireNonNull(KINDS.get(Event.ofCode(entry.event()).orElseThrow()));
    Optional<Items.Item> item = Optional.empty();
    Optional<Act> act = Optional.empty();
    String message =
        switch (kind) {
          case MESSAGE -> said.getOrDefault("message", "");
          case NOTICE -> said.getOrDefault("about", "");
          case EVIDENCE_FILE, SUBJECTS_FILE, ROUTE -> said.getOrDefault("matter", "");
          case MEASURE, CHECK_ANSWER, SEALED_INDEX, AGREEMENT_NOTE -> "";
        };
    if (!message.isEmpty()) {
      MessageId id = MessageId.of(message);
      item = store.read(tx -> items.find(tx, id));
      act = store.read(tx -> items.act(tx, id));
    }
    Set<DataSubjectCategory> subjects = EnumSet.noneOf(DataSubjectCategory.class);
    Set<DataCategory> data = EnumSet.noneOf(DataCategory.class);
    act.ifPresent(a ->
        a.data()
            .bySubject()
            .forEach((subject, blocks) -> {
              subjects.add(subject);
              data.addAll(blocks);
            }));
    DataSubjectCategory.ofCode(said.getOrDefault("category", "")).ifPresent(subjects::add);
    for (String code : Several.of(said, "data", " ")) {
      DataCategory.ofCode(code).ifPresent(data::add);
    }
    return new Transfer(
        line.log(),
        entry.index(),
        entry.time(),
        kind,
        said.getOrDefault("act", ""),
        entry.actor(),
        said.getOrDefault("recipient", ""),
        articles(kind, said),
        act.map(Act::offence).or(() -> OffenceArea.ofCode(said.getOrDefault("offence", ""))),
        subjects,
        data,
        act.map(Act::safeguards).orElse(Safeguards.ordinary()),
        act.flatMap(Act::urgencyReason),
        persons(kind, said),
        item.map(Items.Item::caseId),
        item.map(Items.Item::caseReference).orElse(""),
        entry.content().map(Hash::hex).orElse(""));
  }

  private static List<String> articles(Transfer.Kind kind, Map<String, String> said) {
    if (kind == Transfer.Kind.NOTICE) {
      return NoticeKind.ofCode(said.getOrDefault("act", ""))
          .map(notice -> List.of(duty(notice)))
          .orElse(List.of());
    }
    return Several.of(said, "articles", " + ");
  }

  /** On what a notice rests: a duty that outlives every agreement. */
  private static String duty(NoticeKind notice) {
    return switch (notice) {
      case CORRECTION, ERASURE, RESTRICTION, LIFTING, ACKNOWLEDGEMENT, REMINDER -> "LED Art. 16(6)";
      case RECALL -> "LED Art. 7(3)";
      case HANDLING -> "Regulation (EU) 2016/794 Art. 19(2)";
      case INACCURACY, FINDING -> "LED Art. 16(5)";
      case PASSING, PERMISSION -> "LED Art. 35(1)(e)";
    };
  }

  private static Optional<Long> persons(Transfer.Kind kind, Map<String, String> said) {
    return switch (kind) {
      case MESSAGE ->
          ActKind.REQUEST.code().equals(said.get("act")) ? Optional.of(1L) : Optional.empty();
      case CHECK_ANSWER -> Optional.of(Long.parseLong(said.getOrDefault("subjects", "0")));
      case ROUTE -> Optional.of(1L);
      case MEASURE -> Optional.of(said.containsKey("category") ? 1L : 0L);
      case NOTICE, SEALED_INDEX, EVIDENCE_FILE, SUBJECTS_FILE -> Optional.empty();
      case AGREEMENT_NOTE -> Optional.of(0L);
    };
  }

  /** The events a register is made of: every disclosure that the ledger knows. */
  static Set<Event> events() {
    return new HashSet<>(KINDS.keySet());
  }
}
