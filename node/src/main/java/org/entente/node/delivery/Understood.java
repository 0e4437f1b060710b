package org.entente.node.delivery;

import java.util.List;
import java.util.function.Function;

/**
 * Content of any version, read with what this version knows.
 *
 * @param notUnderstood names of fields that a later version has put in, as {@code person.eyes};
 *     empty at version 1, which is read strictly
 */
public record Understood<T>(T content, List<String> notUnderstood) {
  /** More fields than any version adds. */
  static final int MOST = 100;

  public Understood {
    notUnderstood = List.copyOf(notUnderstood);
  }

  /** Content of which nothing is left out. */
  public static <T> Understood<T> of(T content) {
    return new Understood<>(content, List.of());
  }

  /** The same of what this content becomes. */
  public <S> Understood<S> map(Function<? super T, ? extends S> change) {
    return new Understood<>(change.apply(content), notUnderstood);
  }

  /**
   * The content, for families that never act on what they understand in part.
   *
   * @throws NotSupported when there are fields that are not understood
   */
  public T whole() {
    if (!notUnderstood.isEmpty()) {
      throw new NotSupported();
    }
    return content;
  }

  @Override
  public String toString() {
    return "Understood[…]";
  }
}
