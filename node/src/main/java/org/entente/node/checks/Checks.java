package org.entente.node.checks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.entente.agreement.AuthorityId;
import org.entente.check.oprf.Voprf;
import org.entente.node.delivery.LedgerWatch;
import org.entente.node.delivery.PartnerDoor;
import org.entente.node.delivery.PartnerLines;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.ledger.Proofs;
import org.entente.node.partners.AgreementsInForce;
import org.entente.node.partners.Decisions;
import org.entente.node.partners.Partner;
import org.entente.node.partners.Partners;
import org.entente.node.records.Records;
import org.entente.node.store.Store;
import org.entente.node.store.Vault;
import org.entente.node.work.Lifecycle;
import org.entente.node.work.Part;
import org.entente.node.work.Worker;
import org.entente.seal.Identity;
import org.entente.seal.OpeningGrant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door of checks: puts its parts together from what they need, starts and stops them. */
public final class Checks implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

  /** How long questions and their reasons are kept, Regulation (EU) 2024/982 Art. 33 and 45. */
  static final int KEPT_YEARS = 3;

  /** How often partners' indexes are looked at without being asked. */
  private static final Duration LOOK = Duration.ofMinutes(10);

  private static final int ERASED_AT_ONCE = 500;

  private final Needs n;
  private final CheckScope scope;
  private final PartnerLines lines;
  private final PartnerIndexes indexes;
  private final Sealing sealing;
  private final Offers offers;
  private final Asking asking;
  private final CheckReading reading;
  private final CheckMentions mentions;
  private final ListAsking listAsking;
  private final Lists lists;
  private final List<PartnerDoor> doors;
  private final Lifecycle parts;

  /**
   * What checks work with.
   *
   * @param folder where parts of sealed indexes lie; it holds nothing else
   */
  public record Needs(
      AuthorityId own,
      Identity identity,
      Store store,
      Journal journal,
      Proofs proofs,
      Vault vault,
      Partners partners,
      AgreementsInForce agreements,
      Decisions decisions,
      LedgerWatch watch,
      Records records,
      Path folder,
      InstantSource clock) {}

  /**
   * @throws IOException when the folder cannot be made
   */
  public Checks(Needs needs) throws IOException {
    this.n = needs;
    Voprf voprf = Voprf.shipped();
    OpeningGrant grant = n.decisions().ownRecords();
    IndexFiles handedOut = new IndexFiles(n.folder().resolve("own"));
    EpochKeys keys = new EpochKeys(n.vault(), grant, voprf);
    this.scope = new CheckScope(n.own(), n.decisions());
    this.lines = new PartnerLines(n.identity());
    this.indexes =
        new PartnerIndexes(
            new PartnerIndexes.Needs(
                n.own(),
                n.store(),
                n.journal(),
                lines,
                n.watch(),
                n.folder().resolve("partners"),
                voprf,
                n.clock()));
    this.sealing =
        new Sealing(
            new Sealing.Needs(
                n.store(), n.journal(), n.records(), scope, keys, voprf, handedOut, n.clock()));
    this.offers =
        new Offers(
            new Offers.Needs(
                n.own(),
                n.store(),
                n.journal(),
                n.partners(),
                n.agreements(),
                n.decisions(),
                scope,
                keys,
                sealing,
                n.records(),
                n.clock()));
    BlindAsking blind =
        new BlindAsking(
            new BlindAsking.Needs(n.own(), n.identity(), lines, indexes, voprf, n.clock()));
    AboutSealed about = new AboutSealed(n.vault(), grant);
    this.reading = new CheckReading(n.store(), n.journal(), about);
    this.mentions = new CheckMentions(n.store(), about);
    this.asking =
        new Asking(
            new Asking.Needs(
                n.own(),
                n.store(),
                n.journal(),
                n.partners(),
                n.decisions(),
                about,
                CheckSecrets.of(n.store(), n.vault(), grant),
                blind,
                voprf,
                n.clock()));
    ListSealed listSealed = new ListSealed(n.vault(), grant);
    this.listAsking =
        new ListAsking(
            new ListAsking.Needs(
                n.store(), n.journal(), asking, listSealed, blind, voprf, n.clock()));
    this.lists =
        new Lists(new Lists.Needs(n.store(), n.journal(), listSealed, listAsking, n.clock()));
    this.parts =
        new Lifecycle(
            sealing.worker(),
            asking,
            lines::close,
            listAsking,
            Worker.every("check-rounds", LOOK, this::round));
    this.doors =
        List.of(
            new Answering(
                new Answering.Needs(
                    n.own(),
                    n.identity(),
                    n.store(),
                    n.journal(),
                    n.partners(),
                    n.decisions(),
                    keys,
                    voprf,
                    n.clock())),
            new IndexDoor(
                new IndexDoor.Needs(
                    n.own(), n.identity(), n.store(), n.proofs(), handedOut, voprf, n.clock())));
  }

  /** What partners knock on. */
  public List<PartnerDoor> doors() {
    return doors;
  }

  public Offers offers() {
    return offers;
  }

  /** The partners that some agreement lets this node ask about somebody, now. */
  public List<AuthorityId> askable() {
    return partners(scope::asks);
  }

  /** The partners that some agreement lets ask about somebody here, now. */
  public List<AuthorityId> askers() {
    return partners((partner, now) -> scope.of(partner, now).someone());
  }

  private List<AuthorityId> partners(BiPredicate<AuthorityId, Instant> which) {
    Instant now = n.clock().instant();
    return n.partners().all().stream()
        .map(Partner::id)
        .filter(partner -> which.test(partner, now))
        .toList();
  }

  public Asking asking() {
    return asking;
  }

  /** Checks about one person, for oversight. */
  public CheckMentions mentions() {
    return mentions;
  }

  public CheckReading reading() {
    return reading;
  }

  /** Lists of persons that partners are asked about. */
  public Lists lists() {
    return lists;
  }

  /** Opens what was fetched before and begins to seal and to look. */
  @Override
  public void start() throws IOException {
    for (Partner partner : n.partners().all()) {
      try {
        indexes.open(partner);
      } catch (IOException e) {
        LOG.warn("A sealed index of {} could not be opened; it is fetched again.", partner.id());
      }
    }
    parts.start();
  }

  private void round() throws InterruptedException {
    offers.renewDue();
    eraseDue();
    lists.eraseDue();
    for (Partner partner : n.partners().all()) {
      indexes.fetch(partner);
    }
  }

  @Override
  public Stream<Worker> workers() {
    return parts.workers();
  }

  /** Forgets expired questions, asked and answered. */
  void eraseDue() {
    Instant now = n.clock().instant();
    if (!n.store().provenTime().erases(now)) {
      return;
    }
    Instant before = now.atZone(ZoneOffset.UTC).minusYears(KEPT_YEARS).toInstant();
    n.store()
        .write(tx -> {
          AnsweredRows.eraseBefore(tx, before);
          for (CheckId id : CheckRows.before(tx, before, ERASED_AT_ONCE)) {
            CheckRows.forget(tx, id);
            n.journal()
                .append(tx, Event.CHECK_ERASED, Journal.NODE, Map.of("question", id.toString()));
          }
          ListRows.eraseBefore(tx, before);
          return true;
        });
  }

  /** The revision of a partner's index in this node's hands. */
  public Optional<Long> heldRevision(AuthorityId partner) {
    return indexes.held(partner).map(HeldIndex::revision);
  }

  /** Whether what a partner may check is behind the records. */
  public boolean behind(AuthorityId partner) {
    return sealing.behind(partner);
  }

  @Override
  public void close() {
    parts.close();
  }
}
