package org.entente.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The signed treaty, as far as it was recorded.
 *
 * @param id its name
 * @param title its title
 * @param note what a reader has to know about this record, such as whose numbering it uses
 * @param signedOn the day of signature
 * @param signedAt the place of signature
 * @param parties the parties' authorities; two at least
 * @param authentic the languages in which it is authentic, as BCP 47 tags; empty where not recorded
 * @param prevails the one whose text prevails, if one does
 * @param articles the recorded articles
 */
public record Instrument(
    AgreementId id,
    LocalText title,
    LocalText note,
    LocalDate signedOn,
    LocalText signedAt,
    List<Party> parties,
    List<String> authentic,
    Optional<String> prevails,
    List<Article> articles) {

  /** Checks the number of parties and copies. */
  public Instrument {
    if (parties.size() < 2) {
      throw new IllegalArgumentException("an instrument has two parties at least");
    }
    parties = List.copyOf(parties);
    authentic = List.copyOf(authentic);
    articles = List.copyOf(articles);
  }

  /** Whether an authority is a party's. */
  public boolean hasParty(AuthorityId authority) {
    return party(authority).isPresent();
  }

  /**
   * Whether two authorities belong to one state although the instrument is one between states: they
   * are then no partners under it. An instrument whose parties are all of one state is domestic.
   */
  public boolean withinOneState(AuthorityId one, AuthorityId other) {
    Optional<String> country = countryOf(one);
    return country.isPresent()
        && country.equals(countryOf(other))
        && parties.stream().map(Party::country).distinct().count() > 1;
  }

  /** The country of a party's authority; empty for one that is no party. */
  public Optional<String> countryOf(AuthorityId authority) {
    return party(authority).map(Party::country);
  }

  Optional<Party> party(AuthorityId authority) {
    for (Party party : parties) {
      if (party.authority().equals(authority)) {
        return Optional.of(party);
      }
    }
    return Optional.empty();
  }

  /** The paragraphs that take crimes out, in order. */
  public List<Paragraph.Excludes> exclusions() {
    return paragraphs()
        .filter(Paragraph.Excludes.class::isInstance)
        .map(Paragraph.Excludes.class::cast)
        .toList();
  }

  /** Every recorded crime, in order. */
  public List<Paragraph.Crime> crimes() {
    return paragraphs()
        .filter(Paragraph.Crimes.class::isInstance)
        .flatMap(paragraph -> ((Paragraph.Crimes) paragraph).items().stream())
        .toList();
  }

  /** Every recorded form of cooperation, in order. */
  public List<Paragraph.Form> forms() {
    return paragraphs()
        .filter(Paragraph.Forms.class::isInstance)
        .flatMap(paragraph -> ((Paragraph.Forms) paragraph).items().stream())
        .toList();
  }

  /** The paragraph that leaves other areas open, if there is one. */
  public Optional<Paragraph.OtherAreas> otherAreas() {
    return paragraphs()
        .filter(Paragraph.OtherAreas.class::isInstance)
        .map(Paragraph.OtherAreas.class::cast)
        .findFirst();
  }

  private Stream<Paragraph> paragraphs() {
    return articles.stream().flatMap(article -> article.paragraphs().stream());
  }
}
