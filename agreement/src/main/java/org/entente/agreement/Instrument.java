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
 * @param articles the recorded articles
 */
public record Instrument(
    AgreementId id,
    LocalText title,
    LocalText note,
    LocalDate signedOn,
    LocalText signedAt,
    List<Party> parties,
    List<Article> articles) {

  /** Checks the number of parties and copies. */
  public Instrument {
    if (parties.size() < 2) {
      throw new IllegalArgumentException("an instrument has two parties at least");
    }
    parties = List.copyOf(parties);
    articles = List.copyOf(articles);
  }

  /** Whether an authority is a party's. */
  public boolean hasParty(AuthorityId authority) {
    return parties.stream().anyMatch(party -> party.authority().equals(authority));
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

  private Optional<String> countryOf(AuthorityId authority) {
    return parties.stream()
        .filter(party -> party.authority().equals(authority))
        .map(Party::country)
        .findFirst();
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
