package org.entente.node.duty;

import java.util.UUID;
import org.entente.duty.Attempt;
import org.entente.node.officers.OfficerId;

/**
 * Pages of the officer that are open. What is sent to them has left; it came once a page says that
 * it rings, and failed where none does ({@link OpenPages}).
 */
final class BrowserOutlet implements Outlet {
  private final OpenPages pages;

  BrowserOutlet(OpenPages pages) {
    this.pages = pages;
  }

  /** Nobody enters one: it is the officer. */
  @Override
  public boolean takes(String address) {
    return false;
  }

  @Override
  public Attempt.Outcome send(UUID id, String address, String text) {
    return pages.armed(OfficerId.of(address))
        ? new Attempt.Outcome.Left()
        : new Attempt.Outcome.Not("no-armed-page", true);
  }
}
