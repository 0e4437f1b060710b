package org.entente.node.evidence;

/**
 * Persons and things of a case, ready to be handed out.
 *
 * @param entries how many are in it
 * @param heldBack how many are not, because only their provider may permit that they are passed on
 */
// Made once and handed over: nobody compares these records.
@SuppressWarnings("ArrayRecordComponent")
public record SubjectFile(
    String name, SubjectFormat format, byte[] bytes, int entries, int heldBack) {
  @Override
  public String toString() {
    return "SubjectFile[" + format + "]";
  }
}
