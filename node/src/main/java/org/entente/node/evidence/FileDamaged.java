package org.entente.node.evidence;

import java.util.List;
import org.entente.node.act.Refusal;

/**
 * A file of the case is no longer what was exchanged, so nothing of the case is handed out as
 * evidence until it is restored.
 *
 * @param file what its message calls it
 */
public record FileDamaged(String file) implements Refusal {
  @Override
  public String code() {
    return "file-damaged";
  }

  @Override
  public Kind kind() {
    return Kind.STATE;
  }

  @Override
  public List<Object> particulars() {
    return List.of(file);
  }

  @Override
  public String toString() {
    return "FileDamaged[…]";
  }
}
