package org.entente.agreement;

import java.util.Locale;
import java.util.Optional;

/**
 * The blocks of personal data of Regulation (EU) 2016/794 Annex II, Section B.2 (a) to (l). Block
 * (c) is split where the reduced sets for victims, witnesses and informants split it; the three
 * blocks of particulars are what these sets add.
 */
public enum DataCategory {
  /** (a) Names, birth, sex, nationality, residence. */
  PERSONAL_DETAILS("personal-details"),

  /** (b) Physical description and distinguishing marks. */
  PHYSICAL_DESCRIPTION("physical-description"),

  /** (c)(i) to (iii) Documents and their numbers. */
  IDENTIFICATION_NUMBERS("identification-numbers"),

  /** (c)(iv) and (v) Images and forensic identification. */
  IMAGES_AND_FORENSICS("images-and-forensics"),

  /** (d) Occupation and skills. */
  OCCUPATION("occupation"),

  /** (e) Economic and financial information. */
  ECONOMIC("economic"),

  /** (f) Behavioural data. */
  BEHAVIOUR("behaviour"),

  /** (g) Contacts and associates with the nature of the link. */
  CONTACTS("contacts"),

  /** (h) Means of communication. */
  COMMUNICATION("communication"),

  /** (i) Means of transport. */
  TRANSPORT("transport"),

  /** (j) Information on criminal conduct. */
  CRIMINAL_CONDUCT("criminal-conduct"),

  /** (k) References to other systems that hold data on the person. */
  REFERENCES("references"),

  /** (l) Associated legal persons. */
  LEGAL_PERSONS("legal-persons"),

  /** Reason for victimisation, damage, anonymity, availability in court. */
  VICTIM_PARTICULARS("victim-particulars"),

  /** Anonymity, protection, new identity, availability in court. */
  WITNESS_PARTICULARS("witness-particulars"),

  /** Coded details, kind of information, protection, rewards. */
  INFORMANT_PARTICULARS("informant-particulars");

  private final String code;

  DataCategory(String code) {
    this.code = code;
  }

  /** The stable code used in files and messages. */
  public String code() {
    return code;
  }

  /** The name a person reads, in the nearest of the shipped languages. */
  public String label(Locale locale) {
    return Words.in(Language.of(locale)).get("data." + code);
  }

  /** The constant with this code, if there is one. */
  public static Optional<DataCategory> ofCode(String code) {
    for (DataCategory candidate : values()) {
      if (candidate.code.equals(code)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
