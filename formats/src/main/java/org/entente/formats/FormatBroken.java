package org.entente.formats;

import java.io.IOException;

/** A file of which nothing is taken; its message repeats nothing of the file. */
public final class FormatBroken extends IOException {
  private static final long serialVersionUID = 1L;

  private final FormatFault why;

  public FormatBroken(FormatFault why) {
    super(why.code());
    this.why = why;
  }

  public FormatFault why() {
    return why;
  }
}
