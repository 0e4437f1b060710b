package org.entente.node.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.agreement.Act;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.HandlingCode;
import org.entente.agreement.OffenceArea;
import org.entente.node.exchange.MessageId;
import org.entente.node.officers.Officer;
import org.entente.node.store.Reads;

/**
 * Messages as items that were given to a partner or came from one, for the capability that follows
 * them.
 */
public final class Items {
  private final Contents contents;

  Items(Contents contents) {
    this.contents = contents;
  }

  /**
   * An item.
   *
   * @param partner whom it was given to or came from
   * @param matter the message that opened its case, the same on both nodes
   * @param exchanged whether the receiver holds it
   */
  public record Item(
      MessageId id,
      CaseId caseId,
      String caseReference,
      AuthorityId partner,
      Direction direction,
      UUID matter,
      boolean exchanged,
      Standing standing) {}

  public Optional<Item> find(Reads tx, MessageId id) {
    return MessageRows.find(tx, id).map(row -> item(tx, row));
  }

  /**
   * What left or came in a period, in the order of time.
   *
   * @param until the first instant after the period
   */
  public List<Exchanged> exchanged(Reads tx, Instant from, Instant until) {
    return ExchangedRows.between(tx, from, until);
  }

  private static Item item(Reads tx, MessageRows.Row row) {
    CaseRows.Row file = CaseRows.find(tx, row.caseId()).orElseThrow();
    return new Item(
        row.id(),
        row.caseId(),
        file.reference(),
        file.partner(),
        row.direction(),
        file.request(),
        row.state() == MessageState.DELIVERED || row.state() == MessageState.RECEIVED,
        row.standing());
  }

  /** What the item says, erased and restricted ones excepted. */
  public Optional<Content> content(Reads tx, MessageId id) {
    return MessageRows.find(tx, id).map(contents::forReading);
  }

  /** The same, also of what is restricted: to check something against it, not to be shown. */
  public Optional<Content> contentEvenIfRestricted(Reads tx, MessageId id) {
    return MessageRows.find(tx, id).map(contents::reopen);
  }

  /** Whether this officer can still change the message. */
  public boolean ownDraft(Reads tx, MessageId id, Officer by) {
    return MessageRows.find(tx, id)
        .filter(row -> row.state().changeable())
        .filter(row -> row.draftedBy().equals(Optional.of(by.id())))
        .isPresent();
  }

  /** The codes the item is under now. */
  public Set<HandlingCode> handling(Reads tx, MessageId id) {
    return MessageRows.find(tx, id)
        .map(row -> contents.reopen(row).handlingCodes())
        .orElse(Set.of());
  }

  /** The act by which the item was exchanged: kinds of data and of persons, never content. */
  public Optional<Act> act(Reads tx, MessageId id) {
    return MessageRows.find(tx, id).map(row -> row.header().act());
  }

  /** On which articles the item left or was taken; none for a draft. */
  public List<String> articles(Reads tx, MessageId id) {
    return MessageRows.find(tx, id).map(MessageRows.Row::articles).orElse(List.of());
  }

  /**
   * A case with everything by which entries of the ledger refer to it.
   *
   * @param names identifiers of the case, its matter, messages and files
   */
  public record Whole(
      CaseId id,
      String reference,
      AuthorityId partner,
      Side side,
      UUID matter,
      OffenceArea offence,
      boolean restricted,
      List<MessageId> messages,
      Set<String> names) {
    public Whole {
      messages = List.copyOf(messages);
      names = Set.copyOf(names);
    }
  }

  public Optional<Whole> whole(Reads tx, CaseId id) {
    return CaseRows.find(tx, id)
        .map(row -> {
          List<MessageId> messages = new ArrayList<>();
          Set<String> names = new HashSet<>(List.of(id.toString(), row.request().toString()));
          for (MessageRows.Erasable message : MessageRows.erasable(tx, id)) {
            messages.add(message.id());
            names.add(message.id().toString());
            message.header().attachments().forEach(file -> names.add(file.id().toString()));
          }
          return new Whole(
              id,
              row.reference(),
              row.partner(),
              row.side(),
              row.request(),
              row.offence(),
              row.restricted(),
              messages,
              names);
        });
  }
}
