package org.entente.arms;

import java.util.List;

/**
 * A part made for a firearm and essential to its operation (Firearms Protocol Art. 3(b)), of a
 * weapon or alone.
 */
public record Part(Kind kind, SerialMark serial, List<Mark> marks) {

  /** The parts that the law names. */
  public enum Kind implements Coded {
    BARREL,
    FRAME_OR_RECEIVER,
    SLIDE,
    CYLINDER,
    BOLT,
    BREECH_BLOCK,
    MODERATOR
  }

  public Part {
    marks = List.copyOf(marks);
    Texts.entries(marks.size());
  }
}
