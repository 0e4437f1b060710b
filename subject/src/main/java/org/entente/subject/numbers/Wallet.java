package org.entente.subject.numbers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.subject.CheckDigit;
import org.entente.subject.Unreadable;

/**
 * An address of a crypto-asset.
 *
 * @param written as written
 * @param canonical as wallets compare it: in lower case where its chain takes no notice of case, as
 *     written where case is part of it
 * @param chains symbols of the assets that have such addresses, the likeliest first
 * @param check what the checksum within it says
 */
public record Wallet(String written, String canonical, List<String> chains, CheckDigit check) {
  /** Longer than the longest, an integrated address of Monero. */
  public static final int MAX_LENGTH = 150;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)^(?:bitcoin|btc|xbt|litecoin|ltc|ethereum|eth|monero|xmr|tron|trx|ripple|xrp|dogecoin|doge|dash|zcash|zec|usdt|usdc|solana|sol)\\s*[:=]\\s*");
  private static final Pattern ETHEREUM = Pattern.compile("0[xX][0-9a-fA-F]{40}");
  private static final Pattern BASE58 = Pattern.compile("[1-9A-HJ-NP-Za-km-z]{25,36}");
  private static final Pattern MONERO =
      Pattern.compile("[48][1-9A-HJ-NP-Za-km-z]{94}|4[1-9A-HJ-NP-Za-km-z]{105}");
  private static final Pattern SOLANA = Pattern.compile("[1-9A-HJ-NP-Za-km-z]{43,44}");

  public Wallet {
    chains = List.copyOf(chains);
  }

  /**
   * Reads an address.
   *
   * @param chain the asset's symbol where it was said
   * @throws Unreadable {@code wallet-length}, {@code wallet-form}, or {@code wallet-chain} where it
   *     is no address of the asset that was said
   */
  public static Wallet read(String written, Optional<String> chain) {
    if (written.length() > MAX_LENGTH) {
      throw new Unreadable("wallet-length", "An address of an asset is shorter.");
    }
    String plain = NAMED.matcher(written.strip()).replaceFirst("");
    Wallet read = form(written, plain, chain.map(Wallet::symbol));
    if (chain.isPresent() && !read.chains.contains(symbol(chain.get()))) {
      throw new Unreadable("wallet-chain", "The asset that was named has no such addresses.");
    }
    return read;
  }

  /** The symbol by which an asset is known here. */
  public static String symbol(String written) {
    String upper = written.strip().toUpperCase(Locale.ROOT);
    return switch (upper) {
      case "XBT", "BITCOIN" -> "BTC";
      case "ETHEREUM", "ETHER" -> "ETH";
      case "MONERO" -> "XMR";
      case "LITECOIN" -> "LTC";
      case "TRON" -> "TRX";
      case "TETHER" -> "USDT";
      default -> upper;
    };
  }

  private static Wallet form(String written, String plain, Optional<String> said) {
    if (ETHEREUM.matcher(plain).matches()) {
      return new Wallet(
          written,
          plain.toLowerCase(Locale.ROOT),
          List.of("ETH", "USDT", "USDC", "ETC", "BNB", "BSC", "ARB"),
          MixedCase.check(plain.substring(2)));
    }
    Optional<Segwit> segwit = Segwit.read(plain);
    if (segwit.isPresent()) {
      return new Wallet(
          written,
          plain.toLowerCase(Locale.ROOT),
          List.of(segwit.get().chain()),
          segwit.get().check());
    }
    if (MONERO.matcher(plain).matches()) {
      return new Wallet(written, plain, List.of("XMR"), Base58.moneroCheck(plain));
    }
    if (said.equals(Optional.of("SOL")) && SOLANA.matcher(plain).matches()) {
      return new Wallet(written, plain, List.of("SOL"), CheckDigit.NOT_USED);
    }
    List<String> chains = BASE58.matcher(plain).matches() ? begunWith(plain) : List.of();
    if (chains.isEmpty()) {
      throw new Unreadable("wallet-form", "This is no address of an asset that is known here.");
    }
    boolean ripple = chains.contains("XRP");
    return new Wallet(
        written, plain, chains, ripple ? Base58.rippleCheck(plain) : Base58.check(plain));
  }

  /** The assets whose addresses begin so; USDT and USDC go over the chains of others. */
  private static List<String> begunWith(String plain) {
    boolean whole = plain.length() >= 33 && plain.length() <= 35;
    return switch (plain.charAt(0)) {
      case '1' -> plain.length() <= 34 ? List.of("BTC", "BCH", "BSV", "USDT") : List.of();
      case '3' -> plain.length() <= 34 ? List.of("BTC", "LTC", "BCH", "USDT") : List.of();
      case 'L', 'M' -> whole ? List.of("LTC") : List.of();
      case 'D' -> whole ? List.of("DOGE") : List.of();
      case 'A' -> whole ? List.of("DOGE", "BTG") : List.of();
      case 'X', '7' -> whole ? List.of("DASH") : List.of();
      case 'T' -> plain.length() == 34 ? List.of("TRX", "USDT", "USDC") : List.of();
      case 't' -> whole ? List.of("ZEC") : List.of();
      case 'r' -> List.of("XRP");
      default -> List.of();
    };
  }

  /** Whether the asset is one of those that are known here. */
  public static boolean known(String symbol) {
    return Arrays.asList(
            "BTC", "ETH", "XMR", "LTC", "ZEC", "DASH", "BTG", "ETC", "BSV", "BCH", "USDT", "USDC",
            "XRP", "ARB", "BSC", "BNB", "TRX", "SOL", "DOGE")
        .contains(symbol(symbol));
  }

  @Override
  public String toString() {
    return "Wallet[" + check + "]";
  }
}
