package org.entente.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.entente.node.countersigning.Pace;
import org.entente.node.delivery.Listening;
import org.entente.node.delivery.Mail;
import org.entente.node.delivery.PartnerDoor;
import org.entente.node.duty.Outside;
import org.entente.node.evidence.TimeService;
import org.entente.node.records.SearchCluster;
import org.entente.node.store.ShelfLock;
import org.entente.node.store.StoreSettings;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * What is set for one realm: a set of parts with a folder, a database and a door of its own. A
 * process holds as many as it is asked for; they share nothing but the code.
 *
 * @param folder where files and indexes lie
 * @param lock a second lock on the keys of content
 * @param door where partners knock
 * @param search where the search index lies; in the folder when empty
 * @param timeService stamps evidence files
 * @param pace how often partners are asked to countersign
 * @param passwords how they are hashed
 * @param casesAnHour that a partner may open here
 * @param outside how officers are reached at night
 * @param moreMail families of mail beside those that every node knows
 * @param screen what partners meet before a door; the door itself in a node
 */
record Realm(
    Path folder,
    StoreSettings store,
    Optional<ShelfLock> lock,
    Listening door,
    Optional<SearchCluster> search,
    Optional<TimeService> timeService,
    boolean contactPoint,
    Pace pace,
    PasswordEncoder passwords,
    int casesAnHour,
    Outside outside,
    List<? extends Mail<?>> moreMail,
    UnaryOperator<PartnerDoor> screen) {
  Realm {
    moreMail = List.copyOf(moreMail);
  }
}
