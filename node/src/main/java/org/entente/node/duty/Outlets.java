package org.entente.node.duty;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.duty.Way;

/** The ways out that are set up. */
final class Outlets implements AutoCloseable {
  private final Map<Way, Outlet> all = new EnumMap<>(Way.class);

  Outlets(Outside outside, OpenPages pages, InstantSource clock) {
    all.put(Way.BROWSER, new BrowserOutlet(pages));
    outside.mail().ifPresent(server -> all.put(Way.E_MAIL, new MailOutlet(server)));
    outside.webhook().ifPresent(target -> all.put(Way.WEBHOOK, new WebhookOutlet(target, clock)));
    outside.spool().ifPresent(folder -> all.put(Way.SMS, new SpoolOutlet(folder)));
  }

  Optional<Outlet> of(Way way) {
    return Optional.ofNullable(all.get(way));
  }

  Set<Way> ways() {
    return EnumSet.copyOf(all.keySet());
  }

  @Override
  public void close() {
    all.values().forEach(Outlet::close);
  }
}
