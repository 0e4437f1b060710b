package org.entente.node.duty;

import java.util.Locale;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.duty.Attempt;
import org.entente.duty.Sender;
import org.entente.node.officers.Officer;
import org.entente.node.officers.OfficerId;
import org.entente.node.officers.Officers;

/** Sends an attempt through the way that it names. */
final class Sending implements Sender {
  private final AuthorityId own;
  private final Officers officers;
  private final OwnWays ways;
  private final Outlets outlets;

  Sending(Duty.Needs n, OwnWays ways, Outlets outlets) {
    this.own = n.own();
    this.officers = n.officers();
    this.ways = ways;
    this.outlets = outlets;
  }

  @Override
  public Attempt.Outcome send(Attempt attempt) {
    OfficerId officer = SharedBook.officer(attempt.reach().person());
    Optional<Outlet> outlet = outlets.of(attempt.reach().way());
    Optional<String> address = ways.address(officer, attempt.reach().way());
    if (outlet.isEmpty() || address.isEmpty()) {
      return new Attempt.Outcome.Not(outlet.isEmpty() ? "not-set-up" : "no-address", true);
    }
    Locale language = officers.find(officer).map(Officer::language).orElse(Locale.ENGLISH);
    return outlet.get().send(attempt.id(), address.get(), Wording.alarm(language, own.value()));
  }
}
