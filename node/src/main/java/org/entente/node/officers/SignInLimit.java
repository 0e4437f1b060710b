package org.entente.node.officers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing: five failures within fifteen minutes hold a login, twenty hold an address.
 * Kept in memory, bounded; a restart forgets it, which an attacker cannot cause from outside.
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

  /** How long the next attempt must wait, empty if it may come now. */
  synchronized Optional<Duration> hold(String login, String address, Instant now) {
    Optional<Duration> byLogin = hold("l:" + login, PER_LOGIN, now);
    return byLogin.isPresent() ? byLogin : hold("a:" + address, PER_ADDRESS, now);
  }

  synchronized void failed(String login, String address, Instant now) {
    failures.computeIfAbsent("l:" + login, k -> new ArrayDeque<>()).addLast(now);
    failures.computeIfAbsent("a:" + address, k -> new ArrayDeque<>()).addLast(now);
  }

  synchronized void succeeded(String login) {
    failures.remove("l:" + login);
  }

  private Optional<Duration> hold(String key, int limit, Instant now) {
    Deque<Instant> seen = failures.get(key);
    if (seen == null) {
      return Optional.empty();
    }
    while (!seen.isEmpty() && seen.peekFirst().plus(WINDOW).isBefore(now)) {
      seen.removeFirst();
    }
    while (seen.size() > PER_ADDRESS) {
      seen.removeFirst();
    }
    if (seen.size() < limit) {
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, seen.peekFirst().plus(WINDOW)));
  }
}
