package org.entente.arms;

import java.util.List;
import java.util.Optional;

/**
 * A box, crate or tin with what is printed on it; often the only thing that names a consignee.
 *
 * @param label the whole text as seen
 * @param lot as printed
 * @param consignee as printed
 * @param contract number of the contract or order
 * @param hazard United Nations number or class
 * @param photographs SHA-256 of each, in lower-case hexadecimal
 */
public record Packaging(
    String label,
    Optional<String> lot,
    Optional<Lot.Quantity> contents,
    Optional<String> consignee,
    Optional<String> contract,
    Optional<String> seal,
    Optional<String> hazard,
    List<String> photographs) {

  public Packaging {
    photographs = List.copyOf(photographs);
    Texts.within(Texts.PROSE, label);
    Texts.entries(photographs.size());
    for (Optional<String> line : List.of(lot, consignee, contract, seal, hazard)) {
      line.ifPresent(text -> Texts.within(Texts.LINE, text));
    }
  }

  @Override
  public String toString() {
    return "Packaging[]";
  }
}
