package org.entente.agreement;

/**
 * A party's competent authority.
 *
 * @param authority its id
 * @param country ISO 3166-1 alpha-2
 * @param name its name
 */
public record Party(AuthorityId authority, String country, LocalText name) {

  /** Checks the shape of the country code. */
  public Party {
    if (country.length() != 2 || !country.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      throw new IllegalArgumentException("a country is two capital letters");
    }
  }
}
