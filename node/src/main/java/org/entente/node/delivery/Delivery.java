package org.entente.node.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.store.Blobs;
import org.entente.seal.Identity;

/** Starts and stops what carries messages: the door for partners and a courier for each of them. */
public final class Delivery implements AutoCloseable {
  private final Dispatch dispatch;
  private final Identity identity;
  private final Partners partners;
  private final Blobs blobs;
  private final PartnerServer server;
  private final List<Courier> couriers = new ArrayList<>();

  public Delivery(
      Dispatch dispatch, Identity identity, Partners partners, Blobs blobs, String host, int port) {
    this.dispatch = dispatch;
    this.identity = identity;
    this.partners = partners;
    this.blobs = blobs;
    this.server =
        new PartnerServer(
            identity, partners, new Inbox(dispatch, identity, partners, blobs), host, port);
  }

  /**
   * @throws IOException when the port for partners cannot be opened
   */
  public synchronized void start() throws IOException {
    try {
      server.start();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("The port for partners could not be opened", e);
    }
    for (Partner partner : partners.all()) {
      couriers.add(new Courier(dispatch, identity, blobs, partner));
    }
  }

  @Override
  public synchronized void close() {
    couriers.forEach(Courier::close);
    couriers.clear();
    server.close();
  }
}
