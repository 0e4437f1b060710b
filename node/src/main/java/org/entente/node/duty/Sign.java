package org.entente.node.duty;

import java.util.Optional;
import org.entente.agreement.AuthorityId;

/**
 * Something that holds now and that a person must know of. Its alarm ends when it holds no more.
 *
 * @param about the identifier of a case, a partner or a post
 */
record Sign(AlarmKind kind, String about) {
  /** The partner, where it is about one. */
  Optional<AuthorityId> partner() {
    return kind.about() == AlarmKind.About.PARTNER
        ? Optional.of(new AuthorityId(about))
        : Optional.empty();
  }
}
