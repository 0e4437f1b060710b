package org.entente.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.subject.CheckDigit;
import org.entente.subject.Unreadable;
import org.entente.subject.Unsaid;
import org.entente.subject.net.IpAddress;
import org.entente.subject.net.Refanged;
import org.entente.subject.net.WebLocation;
import org.entente.subject.numbers.DeviceNumber;
import org.entente.subject.numbers.EmailAddress;
import org.entente.subject.numbers.Iban;
import org.entente.subject.numbers.PhoneNumber;
import org.entente.subject.numbers.Wallet;
import org.entente.subject.things.Imo;
import org.entente.subject.things.Plate;
import org.entente.subject.things.Vin;

/**
 * One line of a pasted text, read from what is surest to what is least.
 *
 * @param found in the order of the line
 * @param left the line without what was recognised
 */
record PastedLine(List<Pasted.Found> found, String left) {
  /** What is recognised here leaves this, which belongs to nothing. */
  private static final char TAKEN = '\u0001';

  private static final String ALONE = "(?<![\\p{L}\\p{N}])";
  private static final String ENDS = "(?![\\p{L}\\p{N}])";

  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)\\b(?:https?|ftp|ftps|ws|wss|tcp|udp)://[^\\s<>\"'`|\\\\^{}\\u0001]{3,1990}");
  private static final Pattern MAILBOX =
      Pattern.compile("[^\\s@<>()\\[\\],;:\"\\\\=\\u0001]{1,64}@[\\p{L}\\p{N}.-]{3,200}");
  private static final Pattern DIGEST =
      Pattern.compile(
          ALONE
              + "(?:[0-9a-fA-F]{128}|[0-9a-fA-F]{96}|[0-9a-fA-F]{64}|[0-9a-fA-F]{56}|[0-9a-fA-F]{40}|[0-9a-fA-F]{32})"
              + ENDS);
  private static final Pattern WALLET =
      Pattern.compile(
          ALONE
              + "(?:0x[0-9a-fA-F]{40}|(?i:bc1|ltc1|btg1)[0-9a-zA-Z]{11,87}|[48][1-9A-HJ-NP-Za-km-z]{94,105}|[13LMADXTtr7][1-9A-HJ-NP-Za-km-z]{24,34})"
              + ENDS);
  private static final Pattern CHAIN =
      Pattern.compile(
          "(?i)\\b(btc|xbt|bitcoin|eth|ethereum|xmr|monero|ltc|litecoin|trx|tron|usdt|usdc|doge|dash|zec|xrp|bnb)\\b");

  /** No country's are longer (ISO 13616-1); what follows is another word. */
  private static final int IBAN_SIGNS_MOST = 34;

  private static final Pattern IBAN_START =
      Pattern.compile(ALONE + "[A-Z]{2}[0-9]{2}(?=[ ]?[0-9A-Z]{4})");
  private static final Pattern FOUR =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.])((?:[0-9]{1,3}\\.){3}[0-9]{1,3})(?::([0-9]{1,5}))?(?![\\p{L}\\p{N}]|\\.[0-9])");
  private static final Pattern SIX =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}:.])(?:\\[([0-9A-Fa-f:.]{3,45})](?::([0-9]{1,5}))?|((?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}))(?![\\p{L}\\p{N}:])");
  private static final Pattern CARD =
      Pattern.compile("(?i)" + ALONE + "[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\\1){4}[0-9a-f]{2}" + ENDS);
  private static final Pattern IMEI =
      Pattern.compile(
          "(?i)(imei\\s*[:#=]?\\s*)?"
              + ALONE
              + "([0-9]{2}[- ]?[0-9]{6}[- ]?[0-9]{6}[- ]?[0-9])"
              + ENDS);
  private static final Pattern VIN =
      Pattern.compile(ALONE + "(?=[A-Z0-9]*[0-9])(?=[0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}" + ENDS);
  private static final Pattern SHIP = Pattern.compile(ALONE + "IMO[ :]{0,2}([0-9]{7})" + ENDS);
  private static final Pattern PLATE =
      Pattern.compile(
          ALONE
              + "(?:[A-ZČĆŠŽĐА-ЯЂЉЊЋЏЈ]{2}[ -]?[0-9]{3,5}[ -]?[A-ZČĆŠŽĐА-ЯЂЉЊЋЏЈ]{2}|[0-9]{2}[ -]?[A-ZА-Я]{2}[ -]?[0-9]{3})"
              + ENDS);
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\p{L}\\p{N}+])(?:\\+|00)[0-9](?:[ ()/.-]{0,2}[0-9]){6,14}" + ENDS);
  private static final Pattern AT_HOME =
      Pattern.compile("(?<![\\p{L}\\p{N}+./-])\\(?0[0-9]{1,2}\\)?(?:[ /-]?[0-9]){6,8}" + ENDS);
  private static final Pattern PASSPORT =
      Pattern.compile(
          "(?i)(?:passport|pasport|pasaport|pasoš|pasos|пасош|паспорт)[^\\p{L}\\p{N}]{0,3}(?:no\\.?|nr\\.?|br\\.?|бр\\.?|№|nömrəsi)?[^\\p{L}\\p{N}]{0,3}([A-Z]{0,3}[0-9]{6,9})"
              + ENDS);
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@./-])(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.){1,8}\\p{L}{2,24}(?![\\p{L}\\p{N}@-])");
  private static final Pattern HANDLE =
      Pattern.compile("(?<![\\p{L}\\p{N}@./])@([A-Za-z0-9_][A-Za-z0-9_.]{2,40}[A-Za-z0-9_])");

  /** What files are called ends so; no domain of theirs is meant. */
  private static final Set<String> OF_FILES =
      Set.of(
          "exe", "dll", "pdf", "doc", "docx", "xls", "xlsx", "txt", "jpg", "jpeg", "png", "zip",
          "rar", "bat", "ps1", "js", "vbs", "bin", "apk", "log", "csv", "html", "php", "py", "sh");

  /** On these hosts an address is somebody's name. */
  private static final Set<String> PROFILES =
      Set.of(
          "t.me",
          "telegram.me",
          "instagram.com",
          "facebook.com",
          "fb.com",
          "x.com",
          "twitter.com",
          "tiktok.com",
          "vk.com",
          "ok.ru",
          "wa.me",
          "snapchat.com");

  private static final Set<String> LABELS =
      Set.of(
          "ip",
          "ipv4",
          "ipv6",
          "addr",
          "address",
          "url",
          "uri",
          "domain",
          "host",
          "hostname",
          "md5",
          "sha1",
          "sha256",
          "sha512",
          "sha",
          "hash",
          "btc",
          "eth",
          "xmr",
          "ltc",
          "trx",
          "usdt",
          "wallet",
          "bitcoin",
          "iban",
          "account",
          "tel",
          "phone",
          "mob",
          "mobile",
          "telefon",
          "imei",
          "mac",
          "vin",
          "plate",
          "reg",
          "email",
          "mail",
          "mailto",
          "utc",
          "gmt",
          "port",
          "passport",
          "telegram",
          "whatsapp",
          "viber",
          "from",
          "to",
          "cc",
          "and",
          "pasoš",
          "pasport",
          "imo",
          "no",
          "novčanik",
          "račun",
          "tablice",
          "nömrə",
          "hesab",
          "ünvan",
          "пасош",
          "телефон",
          "рачун");

  PastedLine {
    found = List.copyOf(found);
  }

  static boolean isLabel(String word) {
    return LABELS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** What was recognised, and where it began. */
  private record At(int start, Pasted.Found found) {}

  static PastedLine read(String line, Optional<String> country) {
    return new Reading(line, country).whole();
  }

  /** The line while it is read; what was taken out of it is blotted out at its place. */
  private static final class Reading {
    private final boolean harmless;
    private final boolean single;
    private final Optional<String> country;
    private final StringBuilder text;
    private final List<At> all = new ArrayList<>();
    private final Optional<String> seen;
    private final Optional<String> chain;

    Reading(String line, Optional<String> country) {
      String whole = Refanged.text(line).replace(TAKEN, ' ');
      this.harmless = Refanged.was(line);
      this.single = whole.strip().indexOf(' ') < 0;
      this.country = country;
      this.text = new StringBuilder(whole);
      List<MatchResult> moments = Moment.WITHIN.matcher(whole).results().toList();
      this.seen =
          moments.size() == 1 ? Optional.of(moments.getFirst().group().strip()) : Optional.empty();
      List<MatchResult> chains = CHAIN.matcher(whole).results().toList();
      this.chain =
          chains.size() == 1
              ? Optional.of(Wallet.symbol(chains.getFirst().group()))
              : Optional.empty();
    }

    PastedLine whole() {
      each(PAGE, this::page);
      each(MAILBOX, m -> one(SubjectKind.ONLINE, ColumnMeaning.ONLINE, mailbox(m.group())));
      each(WALLET, this::wallet);
      each(DIGEST, this::digest);
      ibans();
      each(FOUR, m -> address(m.group(1), m.group(2)));
      each(CARD, m -> one(SubjectKind.DEVICE, ColumnMeaning.DEVICE_NUMBER, m.group()));
      each(SIX, m -> address(m.group(1) == null ? m.group(3) : m.group(1), m.group(2)));
      each(SHIP, this::ship);
      each(
          PASSPORT,
          m ->
              Optional.of(
                  Pasted.Found.of(SubjectKind.DOCUMENT, ColumnMeaning.PASSPORT, m.group(1))));
      each(VIN, this::vin);
      each(PHONE, m -> phone(m.group(), Optional.empty()));
      each(IMEI, this::imei);
      each(PLATE, this::plate);
      each(AT_HOME, m -> phone(m.group(), country));
      each(DOMAIN, this::domain);
      each(HANDLE, m -> one(SubjectKind.ONLINE, ColumnMeaning.ONLINE, m.group()));
      if (seen.isPresent()
          && all.stream().anyMatch(at -> at.found().kind() == SubjectKind.NETWORK)) {
        each(Moment.WITHIN, m -> Optional.empty(), true);
      }
      return new PastedLine(
          all.stream().sorted(Comparator.comparingInt(At::start)).map(At::found).toList(),
          text.toString().replace(TAKEN, ' '));
    }

    private void each(Pattern pattern, Function<MatchResult, Optional<Pasted.Found>> reader) {
      each(pattern, reader, false);
    }

    private void each(
        Pattern pattern, Function<MatchResult, Optional<Pasted.Found>> reader, boolean always) {
      Matcher matcher = pattern.matcher(text.toString());
      while (matcher.find()) {
        Optional<Pasted.Found> read;
        try {
          read = reader.apply(matcher.toMatchResult());
        } catch (Unreadable other) {
          read = Optional.empty();
        }
        int start = matcher.start();
        read.ifPresent(found -> all.add(new At(start, found)));
        if (read.isPresent() || always) {
          blot(matcher.start(), matcher.end());
        }
      }
    }

    private void blot(int from, int to) {
      for (int i = from; i < to; i++) {
        text.setCharAt(i, TAKEN);
      }
    }

    private static Optional<Pasted.Found> one(SubjectKind kind, ColumnMeaning field, String value) {
      return Optional.of(Pasted.Found.of(kind, field, value));
    }

    private static String mailbox(String written) {
      String plain = written.replaceAll("[.-]+$", "");
      return EmailAddress.read(plain).canonical();
    }

    private Optional<Pasted.Found> page(MatchResult m) {
      String plain = m.group().replaceAll("[).,;:!?\\]]+$", "");
      WebLocation location = WebLocation.read(plain);
      String host =
          location.host().startsWith("www.") ? location.host().substring(4) : location.host();
      return PROFILES.contains(host)
          ? one(SubjectKind.ONLINE, ColumnMeaning.ONLINE, plain)
          : one(SubjectKind.WEB, ColumnMeaning.WEB_ADDRESS, plain);
    }

    private Optional<Pasted.Found> domain(MatchResult m) {
      String name = m.group();
      String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      boolean meant =
          harmless || single || text.toString().toLowerCase(Locale.ROOT).contains("domain");
      if (!meant || OF_FILES.contains(ending)) {
        return Optional.empty();
      }
      WebLocation.read(name);
      return one(SubjectKind.WEB, ColumnMeaning.WEB_ADDRESS, name);
    }

    /** A word of base 58 is taken for an address only where its checksum holds. */
    private Optional<Pasted.Found> wallet(MatchResult m) {
      Wallet wallet = Wallet.read(m.group(), Optional.empty());
      boolean formed =
          m.group().startsWith("0x")
              || m.group().toLowerCase(Locale.ROOT).matches("(?:bc|ltc|btg)1.*");
      if (wallet.check() == CheckDigit.FAILS && !formed && chain.isEmpty()) {
        return Optional.empty();
      }
      Map<ColumnMeaning, List<String>> said = new EnumMap<>(ColumnMeaning.class);
      said.put(ColumnMeaning.WALLET, List.of(m.group()));
      chain
          .filter(wallet.chains()::contains)
          .or(() ->
              wallet.chains().size() == 1
                  ? Optional.of(wallet.chains().getFirst())
                  : Optional.empty())
          .ifPresent(symbol -> said.put(ColumnMeaning.CHAIN, List.of(symbol)));
      return Optional.of(new Pasted.Found(SubjectKind.WALLET, said));
    }

    /** A long number of digits alone is a number. */
    private Optional<Pasted.Found> digest(MatchResult m) {
      return m.group().chars().allMatch(Character::isDigit)
          ? Optional.empty()
          : one(SubjectKind.HASH, ColumnMeaning.FILE_HASH, m.group());
    }

    private Optional<Pasted.Found> address(String written, String port) {
      IpAddress.read(written);
      Map<ColumnMeaning, List<String>> said = new EnumMap<>(ColumnMeaning.class);
      said.put(ColumnMeaning.IP_ADDRESS, List.of(written));
      if (port != null) {
        said.put(ColumnMeaning.SOURCE_PORT, List.of(port));
      }
      seen.ifPresent(time -> said.put(ColumnMeaning.SEEN_AT, List.of(time)));
      return Optional.of(new Pasted.Found(SubjectKind.NETWORK, said));
    }

    /** As long as its country's are, whatever follows; one whose digits fail is shown as such. */
    private void ibans() {
      Matcher start = IBAN_START.matcher(text.toString());
      while (start.find()) {
        String from = text.substring(start.start());
        int end = 0;
        int signs = 0;
        int most = Math.min(from.length(), 2 * IBAN_SIGNS_MOST); // Written with spaces.
        while (end < most
            && signs < IBAN_SIGNS_MOST
            && (letterOrDigit(from.charAt(end)) || from.charAt(end) == ' ')) {
          signs += letterOrDigit(from.charAt(end)) ? 1 : 0;
          end++;
          boolean cut = end == from.length() || !letterOrDigit(from.charAt(end));
          if (signs >= 15 && cut && taken(from.substring(0, end), start.start())) {
            break;
          }
        }
      }
    }

    private boolean taken(String written, int at) {
      String plain = written.strip();
      try {
        Iban.read(plain);
      } catch (Unreadable other) {
        if (!other.code().equals("iban-check")) {
          return false;
        }
      }
      if (plain.indexOf(TAKEN) >= 0) {
        return false;
      }
      all.add(new At(at, Pasted.Found.of(SubjectKind.ACCOUNT, ColumnMeaning.ACCOUNT, plain)));
      blot(at, at + written.length());
      return true;
    }

    private static boolean letterOrDigit(char c) {
      return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private Optional<Pasted.Found> ship(MatchResult m) {
      Imo.read(m.group(1));
      return one(SubjectKind.VESSEL, ColumnMeaning.REGISTRATION, "IMO " + m.group(1));
    }

    private Optional<Pasted.Found> vin(MatchResult m) {
      Vin vin = Vin.read(m.group());
      boolean telling = m.group().chars().skip(13).filter(Character::isDigit).count() > 2;
      return telling && vin.check() != CheckDigit.FAILS
          ? one(SubjectKind.VEHICLE, ColumnMeaning.VIN, m.group())
          : Optional.empty();
    }

    private Optional<Pasted.Found> phone(String written, Optional<String> from) {
      PhoneNumber number = PhoneNumber.read(written, from);
      return !number.assigned()
          ? Optional.empty()
          : one(
              SubjectKind.PHONE,
              ColumnMeaning.PHONE,
              from.isEmpty() ? written.strip() : number.canonical());
    }

    private Optional<Pasted.Found> imei(MatchResult m) {
      DeviceNumber number = DeviceNumber.read(m.group(2));
      return number.kind() == DeviceNumber.Kind.IMEI
              && (m.group(1) != null || number.check() == CheckDigit.HOLDS)
          ? one(SubjectKind.DEVICE, ColumnMeaning.DEVICE_NUMBER, m.group(2))
          : Optional.empty();
    }

    private Optional<Pasted.Found> plate(MatchResult m) {
      Plate plate = Plate.read(m.group());
      if (plate.form().isEmpty() || Unsaid.byNumber(m.group())) {
        return Optional.empty();
      }
      Map<ColumnMeaning, List<String>> said = new EnumMap<>(ColumnMeaning.class);
      said.put(ColumnMeaning.PLATE, List.of(m.group()));
      said.put(ColumnMeaning.COUNTRY, List.of(plate.form().get().country()));
      return Optional.of(new Pasted.Found(SubjectKind.VEHICLE, said));
    }
  }

  @Override
  public String toString() {
    return "PastedLine[" + found.size() + "]";
  }
}
