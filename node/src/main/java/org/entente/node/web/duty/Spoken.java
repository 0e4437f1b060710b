package org.entente.node.web.duty;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.node.duty.AlarmKind;
import org.entente.node.duty.DutyBoard;
import org.entente.node.duty.Listening;
import org.entente.node.duty.PartnerPosts;
import org.entente.node.duty.Word;
import org.entente.node.officers.Officer;
import org.entente.node.partners.AuthorityNames;
import org.entente.node.web.frame.Problems;
import org.entente.node.web.frame.Sentences;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What open pages are told, as they show it: in words of the reader, without a person's name. */
@Component
class Spoken {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM. HH:mm", Locale.ROOT);

  private final Sentences sentences;
  private final AuthorityNames names;

  Spoken(Sentences sentences, AuthorityNames names) {
    this.sentences = sentences;
    this.names = names;
  }

  /**
   * An alarm that rings.
   *
   * @param about reference or partner; may be empty
   * @param next when the next step follows
   * @param calls attempts of it that this page is to confirm
   */
  record Line(String id, String kind, String about, String detail, String next, List<UUID> calls) {}

  /** What an officer's page is told. */
  record ToOfficer(String at, boolean watch, boolean armed, List<Line> rings) {}

  /** What a board is told. */
  record ToBoard(
      String at,
      boolean watched,
      String until,
      boolean armed,
      boolean well,
      List<Line> rings,
      int held,
      int due,
      int judges,
      int down,
      List<String> silent) {}

  private record Reader(Locale locale, ZoneId zone) {}

  String toOfficer(Officer officer, Listening.Heard heard) {
    Reader reader = new Reader(officer.language(), officer.zone());
    List<Line> rings = new ArrayList<>();
    for (Word word : heard.words()) {
      word.ringing().forEach(each -> rings.add(line(reader, each, heard)));
    }
    return JsonMapper.shared()
        .writeValueAsString(
            new ToOfficer(
                hour(reader, heard.at()),
                heard.watch(),
                heard.words().stream().allMatch(Word::armed),
                rings));
  }

  String toBoard(DutyBoard board, Listening.Heard heard) {
    Reader reader = new Reader(board.language(), board.zone());
    Word word = heard.words().getFirst();
    return JsonMapper.shared()
        .writeValueAsString(
            new ToBoard(
                hour(reader, heard.at()),
                word.watched(),
                word.until().map(at -> when(reader, at, heard.at())).orElse(""),
                word.armed(),
                word.well(),
                word.ringing().stream().map(each -> line(reader, each, heard)).toList(),
                word.held(),
                word.counts().due(),
                word.counts().judges(),
                word.counts().linesDown(),
                word.silent().stream().map(post -> silent(reader, post, heard.at())).toList()));
  }

  private String silent(Reader reader, PartnerPosts.Silent post, Instant now) {
    String partner = names.of(post.partner().value(), reader.locale());
    return post.since()
        .map(at -> say(reader, "post.silent", partner, when(reader, at, now)))
        .orElseGet(() -> say(reader, "post.none", partner));
  }

  private Line line(Reader reader, Word.Rings alarm, Listening.Heard heard) {
    Optional<String> partner = alarm.partner().map(id -> names.of(id.value(), reader.locale()));
    boolean ofPartner = alarm.kind().about() == AlarmKind.About.PARTNER;
    List<String> detail = new ArrayList<>();
    if (!ofPartner) {
      partner.ifPresent(detail::add);
    }
    alarm.due().ifPresent(at -> detail.add(say(reader, "word.due", when(reader, at, heard.at()))));
    if (alarm.nobodyLeft()) {
      detail.add(say(reader, "word.nobody-left"));
    }
    return new Line(
        alarm.id().toString(),
        say(reader, "alarm-kind." + Problems.code(alarm.kind())),
        alarm.reference().or(() -> ofPartner ? partner : Optional.empty()).orElse(""),
        String.join(" · ", detail),
        say(
            reader,
            "word.next",
            Math.clamp(alarm.step(), 1, alarm.steps()),
            alarm.steps(),
            when(reader, alarm.nextAt(), heard.at())),
        calls(alarm, heard.calls()));
  }

  private static List<UUID> calls(Word.Rings alarm, Set<Listening.Call> calls) {
    return calls.stream()
        .filter(call -> call.alarm().equals(alarm.id()))
        .map(Listening.Call::attempt)
        .sorted()
        .collect(Collectors.toList());
  }

  private String say(Reader reader, String key, Object... values) {
    return sentences.of(reader.locale(), key, values);
  }

  private static String hour(Reader reader, Instant at) {
    return HOUR.format(at.atZone(reader.zone()));
  }

  /** The hour alone where it is of the same day. */
  private static String when(Reader reader, Instant at, Instant now) {
    boolean today =
        at.atZone(reader.zone()).toLocalDate().equals(now.atZone(reader.zone()).toLocalDate());
    return (today ? HOUR : DAY).format(at.atZone(reader.zone()));
  }
}
