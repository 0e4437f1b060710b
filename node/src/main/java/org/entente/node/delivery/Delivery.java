package org.entente.node.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.entente.agreement.AuthorityId;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.store.Blobs;
import org.entente.node.work.Part;
import org.entente.node.work.Worker;
import org.entente.seal.Identity;

/** Starts and stops what carries messages: the door for partners and a courier for each of them. */
public final class Delivery implements Part {
  /** What this node understands changes with its version alone. */
  private static final StatementDoor.Kind ABILITIES =
      new StatementDoor.Kind(Abilities.AT, Abilities.PURPOSE, Duration.ofDays(1));

  private final Dispatch dispatch;
  private final Identity identity;
  private final Partners partners;
  private final Blobs blobs;
  private final PartnerServer server;
  private final Map<AuthorityId, Courier> couriers = new ConcurrentHashMap<>();
  private boolean attends;

  /**
   * @param doors what partners may ask beside messages
   */
  public Delivery(
      Dispatch dispatch,
      Identity identity,
      Partners partners,
      Blobs blobs,
      List<PartnerDoor> doors,
      Listening at) {
    this.dispatch = dispatch;
    this.identity = identity;
    this.partners = partners;
    this.blobs = blobs;
    List<PartnerDoor> all = new ArrayList<>(dispatch.watch().doors());
    byte[] abilities = Abilities.of(dispatch.families().abilities()).bytes();
    all.add(new StatementDoor(ABILITIES, () -> abilities, identity, dispatch.clock()));
    all.addAll(doors);
    this.server =
        new PartnerServer(
            identity,
            partners,
            new PartnerServer.Doors(
                new Inbox(dispatch, identity, partners, blobs), dispatch.watch(), all),
            at);
  }

  /**
   * @throws IOException when the port for partners cannot be opened
   */
  @Override
  public synchronized void start() throws IOException {
    try {
      server.start();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("The port for partners could not be opened", e);
    }
    attends = true;
    partners.all().forEach(this::attend);
  }

  /**
   * Where partners knock. Given port 0, the system chose it.
   *
   * @throws IllegalStateException when the port is not open
   */
  public int port() {
    return server.port();
  }

  /** Whether the port for partners is listened on. */
  public boolean open() {
    return server.open();
  }

  /** A partner was pinned, or has another address; from the start on it has a courier. */
  public synchronized void attend(Partner partner) {
    if (!attends) {
      return;
    }
    Courier before = couriers.remove(partner.id());
    if (before != null) {
      before.close(); // The address has changed; what it was sending is sent again.
    }
    Courier courier = new Courier(dispatch, identity, blobs, partner);
    couriers.put(partner.id(), courier);
    courier.start();
  }

  @Override
  public Stream<Worker> workers() {
    return couriers.values().stream().flatMap(Courier::workers);
  }

  @Override
  public synchronized void close() {
    attends = false;
    couriers.values().forEach(Courier::close);
    couriers.clear();
    server.close();
  }
}
