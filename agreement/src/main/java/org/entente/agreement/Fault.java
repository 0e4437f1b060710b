package org.entente.agreement;

/**
 * One thing wrong with a file.
 *
 * @param file {@code instrument} or {@code arrangement}
 * @param line from 1; 0 if the fault has no place
 * @param column from 1; 0 if the fault has no place
 * @param pointer JSON Pointer (RFC 6901) to the place; empty for the whole file
 * @param code the stable code
 * @param sentence what is wrong
 * @param mend what to do about it
 */
public record Fault(
    String file,
    int line,
    int column,
    String pointer,
    FaultCode code,
    String sentence,
    String mend) {

  /** The fault in one line: {@code arrangement:12:5 unknown-field: …}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + " " + code.code() + ": " + sentence + " " + mend;
  }
}
