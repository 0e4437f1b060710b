package org.entente.node.officers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing: five failures within fifteen minutes hold a login, twenty hold an address.
 * An attempt counts from before it is looked at, so that guesses that come at the same moment are
 * no more than guesses that come one after another. Kept in memory, bounded in number and size; a
 * restart forgets it, which an attacker cannot cause from outside.
 */
final class SignInLimit {
  static final int PER_LOGIN = 5;
  static final int PER_ADDRESS = 20;
  static final Duration WINDOW = Duration.ofMinutes(15);

  /** Keys remembered at most; the one that failed longest ago goes first. */
  private static final int KEYS = 10_000;

  private final Map<String, Deque<Instant>> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > KEYS;
        }
      };

  /** Attempts that are being looked at. */
  private final Map<String, Integer> open = new HashMap<>();

  /** Whether an attempt may be looked at now. */
  enum Begun {
    YES,
    /** Too many failed. */
    HELD,
    /** Those that are being looked at would be too many if they failed. */
    LATER
  }

  /** Begins an attempt; what has begun must be {@link #ended}. */
  synchronized Begun begin(String login, String address, Instant now) {
    if (hold(login, address, now).isPresent()) {
      return Begun.HELD;
    }
    if (full(login(login), PER_LOGIN) || full(address(address), PER_ADDRESS)) {
      return Begun.LATER;
    }
    open.merge(login(login), 1, Integer::sum);
    open.merge(address(address), 1, Integer::sum);
    return Begun.YES;
  }

  /** Ends an attempt: it failed, or the officer is in and starts from zero. */
  synchronized void ended(String login, String address, boolean right, Instant now) {
    open.computeIfPresent(login(login), (k, n) -> n > 1 ? n - 1 : null);
    open.computeIfPresent(address(address), (k, n) -> n > 1 ? n - 1 : null);
    if (right) {
      succeeded(login);
    } else {
      failed(login, address, now);
    }
  }

  private boolean full(String key, int limit) {
    Deque<Instant> seen = failures.get(key);
    return (seen == null ? 0 : seen.size()) + open.getOrDefault(key, 0) >= limit;
  }

  /** How long the next attempt must wait, empty if it may come now. */
  synchronized Optional<Duration> hold(String login, String address, Instant now) {
    Optional<Duration> byLogin = hold(login(login), PER_LOGIN, now);
    return byLogin.isPresent() ? byLogin : hold(address(address), PER_ADDRESS, now);
  }

  synchronized void failed(String login, String address, Instant now) {
    note(login(login), PER_LOGIN, now);
    note(address(address), PER_ADDRESS, now);
  }

  private void note(String key, int most, Instant now) {
    Deque<Instant> seen = failures.computeIfAbsent(key, k -> new ArrayDeque<>());
    seen.addLast(now);
    if (seen.size() > most) {
      seen.removeFirst();
    }
  }

  synchronized void succeeded(String login) {
    failures.remove(login(login));
  }

  private static String login(String login) {
    return digest("l:" + login);
  }

  private static String address(String address) {
    return digest("a:" + address);
  }

  /** What strangers send is of any length; what is remembered of it is not. */
  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private Optional<Duration> hold(String key, int limit, Instant now) {
    Deque<Instant> seen = failures.get(key);
    if (seen == null) {
      return Optional.empty();
    }
    while (!seen.isEmpty() && seen.peekFirst().plus(WINDOW).isBefore(now)) {
      seen.removeFirst();
    }
    if (seen.size() < limit) {
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, seen.peekFirst().plus(WINDOW)));
  }
}
