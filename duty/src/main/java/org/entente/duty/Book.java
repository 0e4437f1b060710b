package org.entente.duty;

import java.util.List;
import java.util.Set;

/** Where alarms and attempts are kept, by all nodes of an authority together. */
public interface Book {
  /** Alarms that did not end. */
  List<Alarm> open();

  /** Of which alarms the step taken last has failed by every attempt. */
  Set<AlarmId> unreached();

  /** The roll of a post as it is now. */
  Roll roll(PostId post);

  /**
   * Writes what became of an alarm, and its attempts, in one unit of work.
   *
   * @return false when somebody else changed the alarm since {@code before}; nothing was written
   */
  boolean move(Alarm before, Moved after);

  /** Attempts that are not settled. */
  List<Attempt> unsettled();

  /**
   * Writes what became of an attempt. One that begins to be sent is written only while its alarm
   * rings in the attempt's generation.
   *
   * @return false when somebody else changed the attempt since {@code before}
   */
  boolean settle(Attempt before, Attempt after);
}
