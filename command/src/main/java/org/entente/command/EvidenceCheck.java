package org.entente.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.List;
import org.entente.evidence.EvidenceFile;
import org.entente.evidence.Judgement;
import org.entente.evidence.Trust;
import org.entente.evidence.TrustedServices;
import org.entente.seal.IdentityCard;

/** Checks the evidence file of a case and says in plain sentences what it proves and what not. */
public final class EvidenceCheck {
  private EvidenceCheck() {}

  /**
   * Checks it.
   *
   * @param cards of the authorities, from a trusted way
   * @param services files with certificates of time stamping services, from a trusted way
   * @return whether everything in it holds together
   */
  public static boolean check(Path file, List<IdentityCard> cards, List<Path> services)
      throws IOException {
    Trust trust = new Trust(cards, trusted(services), AgreementFileCheck::hash);
    return switch (EvidenceFile.verify(file, trust)) {
      case Judgement.Rejected(String code, String sentence) -> {
        System.out.println("NOT to be relied on (" + code + "). " + sentence);
        yield false;
      }
      case Judgement.Upheld upheld -> {
        System.out.println(
            "Sound. Evidence file "
                + upheld.index().matter().reference()
                + ", made by "
                + upheld.index().exporter()
                + ".");
        list("Proven", upheld.proven());
        list("NOT proven", upheld.open());
        yield true;
      }
    };
  }

  private static void list(String title, List<String> sentences) {
    System.out.println();
    System.out.println(title + ":");
    sentences.forEach(sentence -> System.out.println("  - " + sentence));
  }

  private static TrustedServices trusted(List<Path> files) throws IOException {
    TrustedServices all = TrustedServices.NONE;
    for (Path file : files) {
      try {
        all = all.and(TrustedServices.read(Files.readAllBytes(file)));
      } catch (CertificateException e) {
        throw new Stop(file + " holds no certificate. Give one in PEM or DER.");
      }
    }
    return all;
  }
}
