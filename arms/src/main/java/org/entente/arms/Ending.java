package org.entente.arms;

import java.time.LocalDate;
import java.util.Optional;

/** How the story of a weapon or a lot in a register ended. */
public sealed interface Ending {

  /** The day, as far as it is known. */
  Optional<LocalDate> on();

  /** It was made unusable for good. */
  record Destruction(Optional<LocalDate> on, Method method, Optional<String> certificate)
      implements Ending {

    /** How. */
    public enum Method implements Coded {
      MELTED,
      CUT,
      CRUSHED,
      DETONATED,
      OTHER
    }

    public Destruction {
      certificate.ifPresent(text -> Texts.within(Texts.LINE, text));
    }
  }

  /** It is out of its owner's hands. */
  record Loss(Optional<LocalDate> on, How how, Optional<String> reportedUnder) implements Ending {

    /** The four reasons under which weapons are told of between states. */
    public enum How implements Coded {
      LOST,
      STOLEN,
      TRAFFICKED,
      SMUGGLED
    }

    public Loss {
      reportedUnder.ifPresent(text -> Texts.within(Texts.LINE, text));
    }
  }
}
