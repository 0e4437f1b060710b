package org.entente.node.partners;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreement.Agreement;
import org.entente.agreement.Language;
import org.entente.agreement.LocalText;
import org.entente.agreement.Party;
import org.entente.seal.IdentityCard;

/**
 * How authorities are called: as an agreement names them, which both sides signed, the one in force
 * before others and the newest first; else as their identity card does. Safe for use by many
 * threads.
 */
public final class AuthorityNames {
  private final AgreementsInForce agreements;
  private final Partners partners;
  private final IdentityCard own;
  private final InstantSource clock;

  public AuthorityNames(
      AgreementsInForce agreements, Partners partners, IdentityCard own, InstantSource clock) {
    this.agreements = agreements;
    this.partners = partners;
    this.own = own;
    this.clock = clock;
  }

  /** The name of an authority in the language nearest to a locale; its identifier if unknown. */
  public String of(String authority, Locale locale) {
    return agreed(authority, locale).or(() -> carded(authority)).orElse(authority);
  }

  /** A wording in the reader's own language is taken before the English one of a newer text. */
  private Optional<String> agreed(String authority, Locale locale) {
    return names(authority)
        .filter(name -> name.byLanguage().containsKey(Language.of(locale)))
        .findFirst()
        .or(() -> names(authority).findFirst())
        .map(name -> name.in(locale));
  }

  private Stream<LocalText> names(String authority) {
    Comparator<Agreement> bindingFirst =
        Comparator.comparingInt(a -> a.inForceAt(clock.instant()) ? 0 : 1);
    return agreements.all().stream()
        .sorted(bindingFirst)
        .flatMap(agreement -> agreement.parties().stream())
        .filter(party -> party.authority().value().equals(authority))
        .map(Party::name);
  }

  private Optional<String> carded(String authority) {
    return Stream.concat(Stream.of(own), partners.all().stream().map(Partner::card))
        .filter(card -> card.authority().equals(authority))
        .map(IdentityCard::displayName)
        .findFirst();
  }
}
