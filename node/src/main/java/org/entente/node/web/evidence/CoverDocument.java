package org.entente.node.web.evidence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.ActKind;
import org.entente.agreement.Agreement;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.evidence.Index;
import org.entente.node.evidence.CoverPage;
import org.entente.node.web.frame.PrintedPages;
import org.entente.node.web.frame.Reader;
import org.entente.seal.IdentityCard;

/**
 * The first page of an evidence file: what the case is, what happened when, what is proven and what
 * is not, and how a court checks it. Names no officer and nothing that a message says.
 */
public final class CoverDocument implements CoverPage {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Reader reader;
  private final Function<String, Optional<Agreement>> agreements;

  /**
   * @param reader in the language of the cover
   * @param agreements by hash
   */
  private CoverDocument(Reader reader, Function<String, Optional<Agreement>> agreements) {
    this.reader = reader;
    this.agreements = agreements;
  }

  static CoverPage of(
      Reader reader, Locale language, Function<String, Optional<Agreement>> agreements) {
    return new CoverDocument(reader.in(language, ZoneOffset.UTC), agreements);
  }

  @Override
  public byte[] pdf(Facts facts) {
    PrintedPages print = PrintedPages.upright(reader.t("cover.title", facts.matter().reference()));
    print.line(reader.t("cover.what", name(facts.exporter()), time(facts.at())));
    matter(print, facts);
    timeline(print, facts);
    print.heading(reader.t("cover.proven"));
    list(print, proven(facts));
    print.heading(reader.t("cover.not-proven"));
    list(print, open(facts));
    print.heading(reader.t("cover.how"));
    print.line(reader.t("cover.how-command"));
    print.strong(
        "./entente verify "
            + facts.matter().reference()
            + ".asice --card "
            + facts.exporter().authority()
            + ".card --card "
            + facts.partner().authority()
            + ".card");
    print.line(reader.t("cover.how-library"));
    for (IdentityCard card : List.of(facts.exporter(), facts.partner())) {
      print.strong(reader.t("cover.card", name(card)));
      print.line(card.fingerprint().hex());
      print.line(String.join(" ", card.fingerprint().words()));
    }
    return print.finish();
  }

  private static void list(PrintedPages print, List<String> sentences) {
    sentences.forEach(sentence -> print.line("–  " + sentence));
  }

  private static String name(IdentityCard card) {
    return card.displayName() + " (" + card.authority() + ")";
  }

  private static String time(Instant at) {
    return UTC.format(at) + " UTC";
  }

  private void matter(PrintedPages print, Facts facts) {
    Index.Matter matter = facts.matter();
    List<List<String>> rows = new ArrayList<>();
    row(rows, reader.t("cover.reference"), matter.reference());
    row(
        rows,
        reader.t("cover.partner-reference"),
        matter.partnerReference().isEmpty() ? "–" : matter.partnerReference());
    row(rows, reader.t("cover.parties"), name(facts.exporter()) + "\n" + name(facts.partner()));
    row(rows, reader.t("column.matter"), opening(facts) + " · " + offence(matter));
    row(rows, reader.t("cover.opened"), time(matter.openedAt()));
    row(rows, reader.t("cover.matter"), matter.request().toString());
    facts.items().stream()
        .map(Index.Item::agreement)
        .filter(hash -> !hash.isEmpty())
        .distinct()
        .forEach(hash ->
            row(
                rows,
                reader.t("cover.agreement"),
                agreements
                        .apply(hash)
                        .map(a -> a.instrument().title().in(reader.locale()) + "\n")
                        .orElse("")
                    + hash));
    row(
        rows,
        reader.t("case.articles"),
        String.join(
            "\n",
            facts.items().stream()
                .flatMap(item -> item.articles().stream())
                .distinct()
                .sorted()
                .toList()));
    print.pairs(rows);
  }

  private static void row(List<List<String>> rows, String what, String said) {
    rows.add(List.of(what, said));
  }

  private String opening(Facts facts) {
    Index.Matter matter = facts.matter();
    return facts.urgent().contains(matter.request())
        ? reader.t("measure-kind." + matter.opening())
        : kind(matter.opening());
  }

  private String kind(String code) {
    return ActKind.ofCode(code).map(kind -> kind.label(reader.locale())).orElse(code);
  }

  private String offence(Index.Matter matter) {
    return OffenceArea.ofCode(matter.offence())
        .map(area -> area.label(reader.locale()))
        .orElse(matter.offence());
  }

  /** One line of what happened. */
  private record Line(Instant at, String what, String articles) {}

  private void timeline(PrintedPages print, Facts facts) {
    print.heading(reader.t("case.timeline"));
    List<Line> lines = new ArrayList<>();
    facts.items().stream().map(item -> line(item, facts)).forEach(lines::add);
    facts.receipts().stream().map(this::line).forEach(lines::add);
    facts.entries().stream()
        .filter(entry -> ENDED.contains(entry.event()))
        .map(entry ->
            new Line(entry.time(), reader.t("event." + entry.event()), entryOf(entry.index())))
        .forEach(lines::add);
    lines.sort(Comparator.comparing(Line::at));
    print.table(
        List.of(reader.t("cover.time"), reader.t("cover.event"), reader.t("case.articles")),
        List.of(3, 6, 3),
        lines.stream()
            .map(line -> List.of(time(line.at()), line.what(), line.articles()))
            .toList());
  }

  /** Entries that a reader without the ledger has to see: what became of content afterwards. */
  private static final List<String> ENDED =
      List.of(
          "message-erased",
          "case-erased",
          "case-held",
          "case-hold-lifted",
          "case-restricted",
          "case-restriction-lifted");

  private String entryOf(long position) {
    return reader.t("cover.entry", Long.toString(position));
  }

  private Line line(Index.Item item, Facts facts) {
    String title =
        (facts.urgent().contains(item.id())
                ? reader.t("measure-kind." + item.kind())
                : item.about().isEmpty()
                    ? kind(item.kind())
                    : reader.t("notice-kind." + item.kind()))
            + ": "
            + reader.t("cover.from-to", reader.name(item.sender()), reader.name(item.recipient()));
    String state =
        switch (item.state()) {
          case WHOLE -> "";
          case UNSIGNED -> "\n" + reader.t("cover.state-unsigned");
          case ERASED -> "\n" + reader.t("cover.state-erased");
          case RESTRICTED -> "\n" + reader.t("cover.state-restricted");
        };
    return new Line(
        item.at(),
        title
            + "\n"
            + item.id()
            + state
            + handling(facts.handling().getOrDefault(item.id(), Set.of())),
        String.join("\n", item.articles()));
  }

  /** Codes travel with what they are about: H1 wants the provider's permission for a court. */
  private String handling(Set<HandlingCode> codes) {
    return codes.stream()
        .sorted()
        .map(code ->
            "\n" + code.code().toUpperCase(Locale.ROOT) + " – " + code.label(reader.locale()))
        .collect(Collectors.joining());
  }

  private Line line(Receipted receipt) {
    return new Line(
        receipt.at(),
        reader.t(
                receipt.accepted() ? "cover.receipt" : "cover.receipt-refused",
                reader.name(receipt.item().recipient()))
            + "\n"
            + receipt.item().id(),
        "");
  }

  private List<String> proven(Facts facts) {
    String exporter = reader.name(facts.exporter().authority());
    String partner = reader.name(facts.partner().authority());
    return Stream.of(
            Optional.of(reader.t("cover.proven-intact", exporter)),
            Optional.of(reader.t("cover.proven-signed")),
            Optional.of(reader.t("cover.proven-receipts", facts.receipts().size())),
            Optional.of(reader.t("cover.proven-entries", facts.entries().size(), exporter)),
            facts.countersigned() > 0
                ? Optional.of(
                    reader.t("cover.proven-countersigned", facts.countersigned(), partner))
                : Optional.<String>empty(),
            facts.timeService().map(service -> reader.t("cover.proven-time", service)))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<String> open(Facts facts) {
    long alone = facts.entries().size() - facts.countersigned();
    return Stream.of(
            Optional.of(reader.t("cover.open-truth")),
            facts.timeService().isPresent()
                ? Optional.<String>empty()
                : Optional.of(reader.t("cover.open-time")),
            Optional.of(reader.t("cover.open-identity")),
            alone > 0 ? Optional.of(reader.t("cover.open-alone", alone)) : Optional.<String>empty(),
            Optional.of(reader.t("cover.open-else")))
        .flatMap(Optional::stream)
        .toList();
  }
}
