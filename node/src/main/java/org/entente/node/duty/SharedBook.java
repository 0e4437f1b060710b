package org.entente.node.duty;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.duty.Alarm;
import org.entente.duty.AlarmId;
import org.entente.duty.Attempt;
import org.entente.duty.Book;
import org.entente.duty.Moved;
import org.entente.duty.PersonId;
import org.entente.duty.PostId;
import org.entente.duty.Roll;
import org.entente.duty.Roster;
import org.entente.duty.Way;
import org.entente.node.officers.OfficerId;
import org.entente.node.store.Reads;
import org.entente.node.store.Store;

/** Alarms and attempts in the database that all replicas of the node share. */
final class SharedBook implements Book {
  private static final Comparator<OfficerId> BY_ID = Comparator.comparing(OfficerId::toString);

  /** Of a post that was taken away while an alarm rang. */
  private static final Roll NOBODY =
      new Roll(new Roster(ZoneOffset.UTC, List.of(), List.of()), Map.of());

  private final Store store;
  private final InstantSource clock;

  SharedBook(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public List<Alarm> open() {
    return store.read(AlarmRows::open).stream().map(AlarmRows.Row::alarm).toList();
  }

  @Override
  public Set<AlarmId> unreached() {
    return store.read(AlarmRows::unreached);
  }

  @Override
  public Roll roll(PostId post) {
    return store.read(tx -> roll(tx, post));
  }

  Roll roll(Reads tx, PostId post) {
    return PostRows.find(tx, post).map(found -> roll(tx, found)).orElse(NOBODY);
  }

  /**
   * Who of the post has an open account, and the ways of each that were verified. Everybody may
   * have a page open.
   */
  Roll roll(Reads tx, Post post) {
    Map<PersonId, Set<Way>> persons = new LinkedHashMap<>();
    Map<OfficerId, Set<Way>> ways = WayRows.verified(tx, post.members());
    for (OfficerId member : post.members().stream().sorted(BY_ID).toList()) {
      Set<Way> own = EnumSet.of(Way.BROWSER);
      own.addAll(ways.getOrDefault(member, Set.of()));
      persons.put(person(member), own);
    }
    return new Roll(post.roster(), persons);
  }

  static PersonId person(OfficerId officer) {
    return new PersonId(officer.toString());
  }

  static OfficerId officer(PersonId person) {
    return OfficerId.of(person.value());
  }

  @Override
  public boolean move(Alarm before, Moved after) {
    return store.write(tx -> AlarmRows.move(tx, before, after, clock.instant()));
  }

  @Override
  public List<Attempt> unsettled() {
    return store.read(AlarmRows::unsettled);
  }

  @Override
  public boolean settle(Attempt before, Attempt after) {
    return store.write(tx -> AlarmRows.settle(tx, before, after, clock.instant()));
  }
}
