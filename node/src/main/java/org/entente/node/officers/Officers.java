package org.entente.node.officers;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.ledger.Event;
import org.entente.node.ledger.Journal;
import org.entente.node.store.Store;
import org.entente.node.store.Times;
import org.entente.node.store.Tx;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.function.SingletonSupplier;

/**
 * The accounts of this node and the way in.
 *
 * <p><b>Guarantees.</b> Passwords are hashed with Argon2id; an unknown login costs the same time as
 * a wrong password; repeated failures are held back by login and by address; each sign-in and each
 * change of an account is an entry in the ledger. Safe for use by many threads.
 */
public final class Officers {
  private static final String COLUMNS = "id, login, name, roles, language, zone";

  private final Store store;
  private final Journal journal;
  private final InstantSource clock;
  private final List<ClosedWith> closedWith = new CopyOnWriteArrayList<>();
  private final SignInLimit limit = new SignInLimit();

  /** Passwords checked at once; each takes 16 MiB and some 60 ms of one core. */
  private static final int AT_ONCE = 4;

  /** Attempts that wait for their turn; beyond that the officer is asked to try again. */
  private static final int WAITING = 32;

  private static final Duration TURN = Duration.ofSeconds(10);

  /** What is typed around a login, such as a blank before it. */
  private static final int TYPED_MAX = 2 * NewOfficer.LOGIN_MAX;

  /** Costs an attacker, and the officer a twentieth of a second. */
  public static final PasswordEncoder ARGON2ID =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final PasswordEncoder hashing;

  /**
   * Checked against when the login is unknown, so that the answer takes as long. Whoever is first
   * to give a password waits for it, known or not; the start of a node does not.
   */
  private final Supplier<String> nobodysHash;

  /**
   * @param hashing of passwords, {@link #ARGON2ID} where people sign in
   */
  public Officers(Store store, Journal journal, InstantSource clock, PasswordEncoder hashing) {
    this.store = store;
    this.journal = journal;
    this.clock = clock;
    this.hashing = hashing;
    this.nobodysHash =
        SingletonSupplier.of(
            () -> encoded(Generators.timeBasedEpochRandomGenerator().generate().toString()));
  }

  /**
   * Opens an account.
   *
   * @param by who opens it, {@code node} at installation
   * @return the key of a sentence that says what is wrong, or the officer
   */
  public Opened open(NewOfficer wanted, String by) {
    Optional<String> fault = wanted.fault();
    if (fault.isPresent()) {
      return new Opened.Faulty(fault.get());
    }
    OfficerId id = new OfficerId(Generators.timeBasedEpochRandomGenerator().generate());
    String hash = hash(wanted.password());
    Instant now = clock.instant();
    return store.write(tx -> {
      int rows =
          tx.sql(
                  """
                  INSERT INTO officer (id, login, name, password_hash, roles, language, zone,
                    created_at)
                  VALUES (:id, :login, :name, :hash, :roles, :language, :zone, :now)
                  ON CONFLICT (login) DO NOTHING
                  """)
              .param("id", id.toString())
              .param("login", wanted.login())
              .param("name", wanted.name().strip())
              .param("hash", hash)
              .param("roles", wanted.roles().stream().map(Role::name).collect(JOINED))
              .param("language", wanted.language())
              .param("zone", wanted.zone())
              .param("now", Times.micros(now))
              .update();
      if (rows == 0) {
        return new Opened.Faulty("officer.fault.taken");
      }
      journal.append(tx, Event.ACCOUNT_OPENED, by, Map.of("officer", id.toString()));
      return new Opened.Done(
          new Officer(
              id,
              wanted.login(),
              wanted.name().strip(),
              wanted.roles(),
              Locale.forLanguageTag(wanted.language()),
              ZoneId.of(wanted.zone())));
    });
  }

  /** What came of opening an account. */
  public sealed interface Opened {
    record Done(Officer officer) implements Opened {}

    record Faulty(String key) implements Opened {}
  }

  /**
   * Checks login and password.
   *
   * @param address where the attempt comes from, for the limit only; it is not kept on disk
   */
  public SignIn signIn(String login, String password, String address) {
    if (login.length() > TYPED_MAX) {
      return new SignIn.Denied(); // Nobody has such a login; it is neither kept nor looked for.
    }
    String known = login.strip().toLowerCase(Locale.ROOT);
    if (!NewOfficer.isLogin(known)) {
      return new SignIn.Denied();
    }
    Instant now = clock.instant();
    Optional<Duration> hold = limit.hold(known, address, now);
    if (hold.isPresent()) {
      return new SignIn.Held(hold.get());
    }
    if (!place()) {
      return new SignIn.Busy();
    }
    try {
      return switch (limit.begin(known, address, now)) {
        case YES -> checked(known, password, address, now);
        case HELD -> new SignIn.Held(limit.hold(known, address, now).orElse(Duration.ZERO));
        case LATER -> new SignIn.Busy();
      };
    } finally {
      places.release();
    }
  }

  private boolean place() {
    try {
      return places.getQueueLength() < WAITING
          && places.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Looks at an attempt that was counted already. */
  private SignIn checked(String known, String password, String address, Instant now) {
    Optional<Officer> officer = Optional.empty();
    try {
      officer = withPassword(known, password);
    } finally {
      limit.ended(known, address, officer.isPresent(), now);
    }
    if (officer.isEmpty()) {
      store.write(tx -> journal.append(tx, Event.SIGN_IN_DENIED, "node", Map.of()));
      return new SignIn.Denied();
    }
    String id = officer.get().id().toString();
    store.write(tx -> {
      tx.sql("UPDATE officer SET signed_in_at = :now WHERE id = :id")
          .param("now", Times.micros(now))
          .param("id", id)
          .update();
      return journal.append(tx, Event.SIGN_IN, id, Map.of());
    });
    return new SignIn.Granted(officer.get());
  }

  private Optional<Officer> withPassword(String known, String password) {
    String nobodys = nobodysHash.get();
    Optional<String> hash = hashOf(known);
    boolean right =
        password.length() <= NewOfficer.PASSWORD_MAX
            && hashing.matches(password, hash.orElse(nobodys));
    return hash.isPresent() && right ? byLogin(known) : Optional.empty();
  }

  public Optional<Officer> find(OfficerId id) {
    return store.read(tx ->
        tx.sql(
                """
                SELECT %s
                FROM officer
                WHERE id = :id AND disabled_at IS NULL
                """
                    .formatted(COLUMNS))
            .param("id", id.toString())
            .query(Officers::row)
            .optional());
  }

  /** The name to show beside an act of this officer, also when the account was closed. */
  public Optional<String> nameOf(OfficerId id) {
    return store.read(tx ->
        tx.sql("SELECT name FROM officer WHERE id = :id")
            .param("id", id.toString())
            .query(String.class)
            .optional());
  }

  /** The names to show beside acts of these officers; the identifier where no account has it. */
  public Map<OfficerId, String> names(Collection<OfficerId> ids) {
    Map<OfficerId, String> names = new HashMap<>();
    ids.forEach(id -> names.put(id, id.toString()));
    if (!names.isEmpty()) {
      store.read(tx ->
          tx.sql("SELECT id, name FROM officer WHERE id IN (:ids)")
              .param("ids", names.keySet().stream().map(OfficerId::toString).toList())
              .query((rs, n) -> names.put(OfficerId.of(rs.getString("id")), rs.getString("name")))
              .list());
    }
    return names;
  }

  /** All open accounts by login. */
  public List<Officer> all() {
    return store.read(tx ->
        tx.sql(
                """
                SELECT %s
                FROM officer
                WHERE disabled_at IS NULL
                ORDER BY login
                """
                    .formatted(COLUMNS))
            .query(Officers::row)
            .list());
  }

  /**
   * The account as it stands now for a session that began then; empty where it was closed, or its
   * sessions were ended since.
   */
  public Optional<Officer> since(OfficerId id, Instant signedIn) {
    return store.read(tx ->
        tx.sql(
                """
                SELECT %s
                FROM officer
                WHERE id = :id AND disabled_at IS NULL AND ended_at <= :at
                """
                    .formatted(COLUMNS))
            .param("id", id.toString())
            .param("at", Times.micros(signedIn))
            .query(Officers::row)
            .optional());
  }

  /** An administrator ends all sessions and tokens of an officer; the account stays open. */
  public boolean endAccess(OfficerId id, OfficerId by) {
    return store.write(tx -> {
      boolean open =
          tx.sql("SELECT COUNT(*) FROM officer WHERE id = :id AND disabled_at IS NULL")
                  .param("id", id.toString())
                  .query(Long.class)
                  .single()
              == 1;
      if (open) {
        endAll(tx, id, clock.instant());
        journal.append(tx, Event.ACCESS_ENDED, by.toString(), Map.of("officer", id.toString()));
      }
      return open;
    });
  }

  /** Sessions from before this instant and all tokens are worth nothing from now on. */
  private static void endAll(Tx tx, OfficerId id, Instant now) {
    tx.sql("UPDATE officer SET ended_at = :now WHERE id = :id")
        .param("now", Times.micros(now))
        .param("id", id.toString())
        .update();
    tx.sql(
            """
            UPDATE access_token
            SET revoked_at = :now
            WHERE officer_id = :id AND revoked_at IS NULL
            """)
        .param("now", Times.micros(now))
        .param("id", id.toString())
        .update();
  }

  /** Whether nobody but this one could still give accounts and roles. */
  static boolean lastAdministrator(Tx tx, OfficerId id) {
    return tx.sql(
            """
            SELECT id
            FROM officer
            WHERE disabled_at IS NULL AND roles LIKE '%ADMINISTRATOR%'
            """)
        .query(String.class)
        .list()
        .equals(List.of(id.toString()));
  }

  /** Something that an account had and that goes with it, in the same transaction. */
  public interface ClosedWith {
    void closed(Tx tx, OfficerId id);
  }

  /** Adds something that goes with every account that is closed from now on. */
  public void whenClosed(ClosedWith also) {
    closedWith.add(also);
  }

  /** Closes an account; its tokens stop working at once. The last administrator stays. */
  public boolean close(OfficerId id, OfficerId by) {
    return store.write(tx -> {
      if (lastAdministrator(tx, id)) {
        return false;
      }
      int rows =
          tx.sql(
                  """
                  UPDATE officer
                  SET disabled_at = :now
                  WHERE id = :id AND disabled_at IS NULL
                  """)
              .param("now", Times.micros(clock.instant()))
              .param("id", id.toString())
              .update();
      if (rows == 1) {
        endAll(tx, id, clock.instant());
        closedWith.forEach(also -> also.closed(tx, id));
        journal.append(tx, Event.ACCOUNT_CLOSED, by.toString(), Map.of("officer", id.toString()));
      }
      return rows == 1;
    });
  }

  /**
   * Sets the new password that the officer chose; a wrong old one counts like a failed sign-in.
   *
   * @return the key of a sentence that says why not; empty when it was changed
   */
  public Optional<String> changePassword(
      Officer officer, String before, String after, String address) {
    return switch (signIn(officer.login(), before, address)) {
      case SignIn.Held held -> Optional.of("sign-in.held");
      case SignIn.Busy busy -> Optional.of("sign-in.busy");
      case SignIn.Denied denied -> Optional.of("account.password-wrong");
      case SignIn.Granted granted -> setPassword(officer, after, officer.id());
    };
  }

  /** An administrator sets a new password for an officer who forgot theirs. */
  public Optional<String> resetPassword(Officer officer, String password, OfficerId by) {
    return setPassword(officer, password, by);
  }

  private Optional<String> setPassword(Officer officer, String password, OfficerId by) {
    if (!NewOfficer.acceptable(password, officer.login())) {
      return Optional.of("officer.fault.password");
    }
    String hash = hash(password);
    store.write(tx -> {
      tx.sql("UPDATE officer SET password_hash = :hash, own_password = :own WHERE id = :id")
          .param("hash", hash)
          .param("own", by.equals(officer.id()) ? 1 : 0)
          .param("id", officer.id().toString())
          .update();
      endAll(tx, officer.id(), clock.instant());
      return journal.append(
          tx, Event.PASSWORD_CHANGED, by.toString(), Map.of("officer", officer.id().toString()));
    });
    return Optional.empty();
  }

  /** Keeps the officer's choice of language and time zone. */
  public void prefer(OfficerId id, Locale language, ZoneId zone) {
    store.write(tx ->
        tx.sql("UPDATE officer SET language = :language, zone = :zone WHERE id = :id")
            .param("language", language.toLanguageTag())
            .param("zone", zone.getId())
            .param("id", id.toString())
            .update());
  }

  private Optional<Officer> byLogin(String login) {
    return store.read(tx ->
        tx.sql(
                """
                SELECT %s
                FROM officer
                WHERE login = :login AND disabled_at IS NULL
                """
                    .formatted(COLUMNS))
            .param("login", login)
            .query(Officers::row)
            .optional());
  }

  private Optional<String> hashOf(String login) {
    return store.read(tx ->
        tx.sql("SELECT password_hash FROM officer WHERE login = :login AND disabled_at IS NULL")
            .param("login", login)
            .query(String.class)
            .optional());
  }

  private String hash(String password) {
    places.acquireUninterruptibly();
    try {
      return encoded(password);
    } finally {
      places.release();
    }
  }

  /**
   * For whoever has a place already: one who waits for a second while holding one may wait for
   * ever.
   */
  private String encoded(String password) {
    String hash = hashing.encode(password);
    if (hash == null) {
      throw new IllegalStateException("The password encoder returned nothing");
    }
    return hash;
  }

  private static final Collector<CharSequence, ?, String> JOINED = Collectors.joining(",");

  static Officer row(ResultSet rs, int number) throws SQLException {
    Set<Role> roles =
        Stream.of(rs.getString("roles").split(","))
            .map(Role::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    return new Officer(
        OfficerId.of(rs.getString("id")),
        rs.getString("login"),
        rs.getString("name"),
        roles,
        Locale.forLanguageTag(rs.getString("language")),
        ZoneId.of(rs.getString("zone")));
  }
}
