package org.entente.arms;

import java.util.Optional;

/**
 * The serial number of a weapon or a part, as it is on the metal.
 *
 * @param seen as seen; {@code ?} for a sign in doubt, empty if there is nothing to read
 * @param on the part that carries it; the frame or receiver is the reference (MOSAIC 05.31)
 */
public record SerialMark(String seen, State state, Optional<Part.Kind> on) {

  /** In what state the number was found. */
  public enum State implements Coded {
    INTACT,
    PARTLY_LEGIBLE,
    OBLITERATED,
    RESTORED,
    NEVER_MARKED,
    SHARED_WITH_ANOTHER
  }

  public SerialMark {
    Texts.within(Texts.LINE, seen);
  }

  /** A number that could be read whole, or in part where signs are in doubt. */
  public static SerialMark read(String seen) {
    State state = seen.indexOf('?') >= 0 ? State.PARTLY_LEGIBLE : State.INTACT;
    return new SerialMark(seen, seen.isBlank() ? State.OBLITERATED : state, Optional.empty());
  }

  @Override
  public String toString() {
    return "SerialMark[" + state + "]";
  }
}
