package org.entente.node.act;

import java.util.Arrays;
import java.util.Collections;
import org.entente.node.officers.Officer;

/**
 * Says what an officer may do. Desks, pages, the API and the doors of the web ask here and nowhere
 * else.
 *
 * <p>This is the place for a further condition, such as that the officer was trained for what the
 * right is about: it belongs into {@link #may}, beside the roles, fed by what the account carries.
 */
public final class Rights {
  private Rights() {}

  /** Whether the officer has the right now. */
  public static boolean may(Officer officer, Right right) {
    return !Collections.disjoint(officer.roles(), right.roles());
  }

  /** Whether the officer has one of the rights now. */
  public static boolean any(Officer officer, Right... rights) {
    return Arrays.stream(rights).anyMatch(right -> may(officer, right));
  }
}
