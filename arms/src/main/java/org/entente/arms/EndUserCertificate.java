package org.entente.arms;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the end user undertook: OSCE FSC.DEC/5/04 lists what such a certificate holds.
 *
 * @param issuer the state that certifies, ISO 3166-1 alpha-2
 * @param noReexport whether the end user undertook not to pass the goods on without consent
 */
public record EndUserCertificate(
    String number,
    LocalDate issued,
    Optional<LocalDate> expires,
    String issuer,
    String signatory,
    String endUser,
    String endUse,
    Optional<String> contract,
    boolean noReexport,
    Verification verification) {

  /**
   * How somebody made sure that it is genuine.
   *
   * @param byRole who verified, as a role and never as a name
   */
  public record Verification(How how, Optional<LocalDate> on, Optional<String> byRole) {

    /** The ways of verifying; a certificate that nobody verified is a known weak point. */
    public enum How implements Coded {
      NOT,
      BY_POST,
      BY_CHANNEL
    }

    public static final Verification NONE =
        new Verification(How.NOT, Optional.empty(), Optional.empty());

    public Verification {
      byRole.ifPresent(text -> Texts.within(Texts.LINE, text));
    }
  }

  public EndUserCertificate {
    Texts.within(Texts.LINE, number);
    Texts.within(Texts.LINE, issuer);
    Texts.within(Texts.LINE, signatory);
    Texts.within(Texts.LINE, endUser);
    Texts.within(Texts.PROSE, endUse);
    contract.ifPresent(text -> Texts.within(Texts.LINE, text));
  }

  @Override
  public String toString() {
    return "EndUserCertificate[]";
  }
}
