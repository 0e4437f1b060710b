package org.entente.node.delivery;

import java.util.List;
import java.util.Optional;

/** The families of mail that this node knows. */
public final class Families {
  private final List<Mail<?>> all;

  public Families(List<Mail<?>> all) {
    this.all = List.copyOf(all);
    List<String> words = all.stream().map(mail -> mail.ability().family()).toList();
    if (words.stream().distinct().count() < words.size()) {
      throw new IllegalArgumentException("Two families of mail have the same word");
    }
  }

  /** The family of this word, of a message of ours. */
  Optional<Mail<?>> find(String family) {
    return all.stream()
        .filter(mail -> mail.ability().family().equals(family))
        .<Mail<?>>map(mail -> mail)
        .findFirst();
  }

  /** The family that understands a message of this kind and version. */
  Optional<Mail<?>> understanding(Envelope envelope) {
    return find(envelope.family())
        .filter(mail -> mail.ability().knows(envelope.kind(), envelope.version()));
  }

  List<Ability> abilities() {
    return all.stream().map(Mail::ability).toList();
  }
}
