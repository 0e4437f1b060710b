package org.entente.check.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.check.index.Prefix;
import org.entente.check.index.SealedIndex;
import org.entente.check.oprf.SecretKey;
import org.entente.check.oprf.Voprf;
import org.entente.check.tokens.Token;
import org.junit.jupiter.api.Test;

/**
 * An asker holds the sealed index and a dictionary of persons of whom half are in it, and asks
 * nothing. Each way to test a person offline that uses all public values meets no more outputs than
 * the index's rate of false hits lets pass, so the asker's guesses are a coin's. With evaluations
 * the same dictionary falls at once: what stops it is the owner's part in every test, nothing else.
 */
class CuriousAskerTest {
  private static final int DICTIONARY = 3_000;
  private static final byte[] ONE = new byte[32];

  static {
    ONE[0] = 1;
  }

  private final Voprf voprf = Voprf.shipped();
  private final SecretKey key = Population.key("az.mia, this epoch");
  private final List<List<Token>> dictionary = Population.different(DICTIONARY, 11);
  private final SealedIndex index =
      new SealedIndex(
          SealedIndex.shards(Population.index(dictionary.subList(0, DICTIONARY / 2), key, 1)),
          List.of());

  @Test
  void aDictionaryWithoutTheOwnerSaysNoMoreThanACoin() {
    ways()
        .forEach((name, way) -> {
          Random coin = new Random(5);
          int hits = 0;
          int right = 0;
          for (int i = 0; i < DICTIONARY; i++) {
            boolean met = false;
            for (Token token : dictionary.get(i)) {
              met |= index.contains(way.applyAsLong(token));
            }
            hits += met ? 1 : 0;
            boolean guess = met || coin.nextBoolean();
            right += guess == i < DICTIONARY / 2 ? 1 : 0;
          }
          assertThat(hits).as(name).isZero();
          // Five standard deviations of a coin thrown as often.
          assertThat(right)
              .as(name)
              .isBetween(
                  (int) (DICTIONARY / 2 - 5 * Math.sqrt(DICTIONARY) / 2),
                  (int) (DICTIONARY / 2 + 5 * Math.sqrt(DICTIONARY) / 2));
        });
  }

  @Test
  void theSameDictionaryFallsToWhoeverHasTheOwnersEvaluations() {
    int right = 0;
    for (int i = 0; i < DICTIONARY; i++) {
      List<Token> tokens = dictionary.get(i);
      boolean held =
          tokens.stream().allMatch(token -> index.contains(Population.sealed(key, token)));
      right += held == i < DICTIONARY / 2 ? 1 : 0;
    }
    assertThat(right).isGreaterThan(DICTIONARY * 99 / 100);
  }

  /** What stands in an index for a token, as somebody without the key may hope. */
  private Map<String, ToLongFunction<Token>> ways() {
    byte[] commitment = key.publicKey();
    SecretKey ofCommitment = voprf.key(commitment, new byte[0]);
    SecretKey ofNothing = voprf.key(new byte[32], new byte[0]);
    Map<String, ToLongFunction<Token>> ways = new LinkedHashMap<>();
    ways.put("digest", token -> Prefix.of(sha512(token.bytes())));
    ways.put("digest with the commitment", token -> Prefix.of(sha512(commitment, token.bytes())));
    ways.put("digest keyed by the commitment", token -> Prefix.of(hmac(commitment, token)));
    ways.put("element without a key", token -> Prefix.of(element(token)));
    ways.put("output under the key one", token -> Prefix.of(output(token)));
    ways.put("key made of the commitment", token -> Population.sealed(ofCommitment, token));
    ways.put("key of an empty purpose", token -> Population.sealed(ofNothing, token));
    return ways;
  }

  private byte[] element(Token token) {
    try {
      return voprf.blinded(token.bytes(), ONE);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private byte[] output(Token token) {
    try {
      return voprf.finished(token.bytes(), ONE, element(token));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(byte[] key, Token token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(key, "HmacSHA512"));
      return mac.doFinal(token.bytes());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] sha512(byte[]... parts) {
    try {
      ByteArrayOutputStream joined = new ByteArrayOutputStream();
      for (byte[] part : new ArrayList<>(List.of(parts))) {
        joined.writeBytes(part);
      }
      return MessageDigest.getInstance("SHA-512").digest(joined.toByteArray());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
