package org.entente.agreement;

import java.util.Locale;
import java.util.Optional;

/**
 * The thirty forms of crime of Annex I to Regulation (EU) 2016/794 (Europol), the common scale on
 * which each instrument's own wording is mapped.
 */
public enum OffenceArea {
  /** Terrorism. */
  TERRORISM("terrorism"),

  /** Organised crime. */
  ORGANISED_CRIME("organised-crime"),

  /** Drug trafficking. */
  DRUG_TRAFFICKING("drug-trafficking"),

  /** Money-laundering activities. */
  MONEY_LAUNDERING("money-laundering"),

  /** Crime connected with nuclear and radioactive substances. */
  NUCLEAR_AND_RADIOACTIVE_SUBSTANCES("nuclear-and-radioactive-substances"),

  /** Immigrant smuggling. */
  IMMIGRANT_SMUGGLING("immigrant-smuggling"),

  /** Trafficking in human beings. */
  TRAFFICKING_IN_HUMAN_BEINGS("trafficking-in-human-beings"),

  /** Motor-vehicle crime. */
  MOTOR_VEHICLE_CRIME("motor-vehicle-crime"),

  /** Murder and grievous bodily injury. */
  MURDER_AND_GRIEVOUS_BODILY_INJURY("murder-and-grievous-bodily-injury"),

  /** Illicit trade in human organs and tissue. */
  ORGANS_AND_TISSUE("organs-and-tissue"),

  /** Kidnapping, illegal restraint and hostage-taking. */
  KIDNAPPING_AND_HOSTAGE_TAKING("kidnapping-and-hostage-taking"),

  /** Racism and xenophobia. */
  RACISM_AND_XENOPHOBIA("racism-and-xenophobia"),

  /** Robbery and aggravated theft. */
  ROBBERY_AND_AGGRAVATED_THEFT("robbery-and-aggravated-theft"),

  /** Illicit trafficking in cultural goods. */
  CULTURAL_GOODS("cultural-goods"),

  /** Swindling and fraud. */
  SWINDLING_AND_FRAUD("swindling-and-fraud"),

  /** Crime against the financial interests of the European Union. */
  EU_FINANCIAL_INTERESTS("eu-financial-interests"),

  /** Insider dealing and financial market manipulation. */
  INSIDER_DEALING("insider-dealing"),

  /** Racketeering and extortion. */
  RACKETEERING_AND_EXTORTION("racketeering-and-extortion"),

  /** Counterfeiting and product piracy. */
  COUNTERFEITING_PRODUCTS("counterfeiting-products"),

  /** Forgery of administrative documents and trafficking in them. */
  FORGERY_OF_DOCUMENTS("forgery-of-documents"),

  /** Forgery of money and means of payment. */
  FORGERY_OF_MONEY("forgery-of-money"),

  /** Computer crime. */
  COMPUTER_CRIME("computer-crime"),

  /** Corruption. */
  CORRUPTION("corruption"),

  /** Illicit trafficking in arms, ammunition and explosives. */
  ARMS_AND_EXPLOSIVES("arms-and-explosives"),

  /** Illicit trafficking in endangered animal species. */
  ENDANGERED_ANIMALS("endangered-animals"),

  /** Illicit trafficking in endangered plant species and varieties. */
  ENDANGERED_PLANTS("endangered-plants"),

  /** Environmental crime, ship-source pollution included. */
  ENVIRONMENTAL_CRIME("environmental-crime"),

  /** Illicit trafficking in hormonal substances and growth promoters. */
  HORMONES("hormones"),

  /** Sexual abuse and exploitation, child abuse material and solicitation included. */
  SEXUAL_ABUSE("sexual-abuse"),

  /** Genocide, crimes against humanity and war crimes. */
  GENOCIDE_AND_WAR_CRIMES("genocide-and-war-crimes");

  private final String code;

  OffenceArea(String code) {
    this.code = code;
  }

  /** The stable code used in files and messages. */
  public String code() {
    return code;
  }

  /** The name a person reads, in the nearest of the shipped languages. */
  public String label(Locale locale) {
    return Words.in(Language.of(locale)).get("area." + code);
  }

  /** The constant with this code, if there is one. */
  public static Optional<OffenceArea> ofCode(String code) {
    for (OffenceArea candidate : values()) {
      if (candidate.code.equals(code)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
