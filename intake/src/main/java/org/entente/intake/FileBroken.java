package org.entente.intake;

import java.io.IOException;

/** A file that is not what it seems to be: reading it ends here. */
public final class FileBroken extends IOException {
  private static final long serialVersionUID = 1L;

  private final FileFault why;

  FileBroken(FileFault why) {
    super(why.code());
    this.why = why;
  }

  /** Why nothing more can be read. */
  public FileFault why() {
    return why;
  }
}
