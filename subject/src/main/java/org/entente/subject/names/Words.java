package org.entente.subject.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the words of a name and says how alike two of them are. Safe for use by many threads.
 */
final class Words implements WordPairs {
  /** Of foreign words so many Latin spellings are kept. */
  private static final int SPELLINGS = 6;

  /** Of these so many are aligned with. */
  private static final int FORMS = 2;

  /** How much the taste of Latin spelling counts beside the alignment when a spelling is chosen. */
  private static final float TASTE = 0.6f;

  /** A seen word's share counts so much, the letters' probability the rest. */
  private static final double SEEN = 0.8;

  private static final Set<String> TITLES =
      Set.of(
          "dr",
          "mr",
          "mrs",
          "ms",
          "miss",
          "prof",
          "professor",
          "gen",
          "general",
          "col",
          "colonel",
          "maj",
          "major",
          "capt",
          "captain",
          "lt",
          "lieutenant",
          "brig",
          "brigadier",
          "sgt",
          "sir",
          "dame",
          "lord",
          "lady",
          "hon",
          "rev",
          "president",
          "minister",
          "senator",
          "commander",
          "monsieur",
          "madame",
          "mme",
          "ing",
          "dipl",
          "mag",
          "mullah",
          "mawlawi",
          "maulavi",
          "maulana",
          "haji",
          "hajji",
          "qari",
          "sheikh",
          "shaykh",
          "shaikh",
          "emir",
          "alhaj",
          "ustad",
          "akhund",
          "phd",
          "md",
          "jr",
          "sr",
          "ii",
          "iii",
          "iv",
          "esq",
          "politician",
          "politiker");

  private static final Set<String> PARTICLES =
      Set.of(
          "al", "el", "ul", "ad", "as", "ar", "an", "at", "az", "bin", "ben", "ibn", "bint", "abu",
          "abou", "umm", "ould", "de", "del", "della", "di", "da", "do", "dos", "das", "du", "des",
          "la", "le", "les", "los", "las", "van", "von", "der", "den", "ten", "ter", "zu", "zur",
          "y", "e", "und", "of", "the", "mac", "mc", "o", "oglu", "qizi", "kizi", "ogly", "uulu",
          "kyzy", "st", "san", "santa", "bat", "bar");

  /** Words with more kinds of consonants apart than this are not compared letter by letter. */
  private static final int MOST_SOUNDS_APART = 3;

  /** Abd al Rahman: three written words that others write as one. */
  private static final int MOST_JOINED = 3;

  /** Longer ones nobody writes as one word. */
  private static final int LONGEST_JOINED = 24;

  /** A whole name that an index looks for as one word. */
  private static final int LONGEST_WHOLE = 32;

  /** Of words as one so many Latin spellings of another writing. */
  private static final int TOGETHER = 2;

  /** In natural logarithms of odds. */
  private static final float GUESSED = 1;

  private final NameModel model;
  private final Weights weights;
  private final @Nullable LostLetters lost;

  Words(NameModel model, Weights weights) {
    this(model, weights, true);
  }

  private Words(NameModel model, Weights weights, boolean guessing) {
    this.model = model;
    this.weights = weights;
    this.lost = guessing ? new LostLetters(model.letters(), model.counts()) : null;
  }

  /** The same, reading only what is written: what partners exchange is made of no guess. */
  static Words withoutGuesses(NameModel model, Weights weights) {
    return new Words(model, weights, false);
  }

  PreparedName prepare(String written) {
    List<PreparedWord> every = of(written);
    List<PreparedWord> words = withoutTitles(every);
    return new PreparedName(written, every, words, joined(words));
  }

  private List<PreparedWord> of(String written) {
    if (lost == null) {
      return plain(written);
    }
    List<PreparedWord> out = new ArrayList<>();
    for (LostLetters.Piece piece : LostLetters.pieces(written)) {
      List<String> guesses = piece.lost() ? lost.guesses(piece.written()) : List.of();
      if (guesses.isEmpty()) {
        out.addAll(plain(piece.written()));
      } else {
        out.add(guessed(piece.written(), guesses));
      }
    }
    return List.copyOf(out);
  }

  /** A word in which letters are lost, as what it may have been. */
  private PreparedWord guessed(String written, List<String> guesses) {
    Writing writing = Writing.of(guesses.getFirst().codePointAt(0));
    List<PreparedWord> read =
        guesses.stream()
            .map(guess -> word(written, writing, Letters.normal(guess, writing)))
            .toList();
    PreparedWord first = read.getFirst();
    Set<String> spellings = new LinkedHashSet<>();
    read.forEach(word -> spellings.add(word.latin()));
    spellings.addAll(first.spellings());
    return new PreparedWord(
        written,
        writing,
        first.letters(),
        first.latin(),
        List.copyOf(spellings),
        first.alignment(),
        read.stream().flatMap(word -> word.forms().stream()).toList(),
        first.nicknames(),
        first.sounds(),
        PreparedWord.Role.NAME,
        List.of());
  }

  private List<PreparedWord> plain(String written) {
    List<Letters.Word> words = split(Letters.words(written));
    List<PreparedWord> out = new ArrayList<>(words.size());
    for (Letters.Word word : words) {
      PreparedWord prepared = word(word.written(), word.writing(), word.letters());
      if (!prepared.latin().isEmpty()) {
        out.add(prepared);
      }
    }
    return List.copyOf(out);
  }

  /** What stands beside a name and is no part of it is left out, unless nothing else is there. */
  private static List<PreparedWord> withoutTitles(List<PreparedWord> every) {
    if (every.stream().noneMatch(word -> word.role() == PreparedWord.Role.NAME)) {
      return every;
    }
    return every.stream().filter(word -> word.role() != PreparedWord.Role.TITLE).toList();
  }

  PreparedWord word(String written, Writing writing, String letters) {
    Segments segments = model.of(writing);
    Alignment alignment = new Alignment(letters, segments);
    List<String> spellings = List.of();
    String latin;
    if (writing == Writing.LATIN) {
      latin = Letters.base(letters);
      spellings = letters.equals(latin) ? List.of(latin) : variants(latin, alignment);
    } else {
      spellings =
          alignment.spellings(SPELLINGS, model.letters(), TASTE).stream()
              .map(Alignment.Spelling::latin)
              .toList();
      latin = spellings.isEmpty() ? Letters.byRule(written) : spellings.getFirst();
      if (spellings.isEmpty() && !latin.isEmpty()) {
        spellings = List.of(latin);
      }
    }
    return new PreparedWord(
        written,
        writing,
        letters,
        latin,
        spellings,
        alignment,
        forms(letters, latin, spellings),
        Nicknames.of(latin),
        NameTerms.sounds(latin),
        role(latin, letters, writing),
        writing == Writing.HAN ? readings(written) : List.of());
  }

  private List<PreparedWord> readings(String written) {
    return HanReadings.of(written).stream()
        .filter(reading -> model.reads(reading.writing()))
        .map(reading -> word(written, reading.writing(), reading.letters()))
        .filter(word -> !word.latin().isEmpty())
        .toList();
  }

  /** The base letters first, then what others make of letters such as č or ə. */
  private List<String> variants(String latin, Alignment alignment) {
    Set<String> out = new LinkedHashSet<>(List.of(latin));
    for (Alignment.Spelling spelling : alignment.spellings(SPELLINGS / 2, model.letters(), TASTE)) {
      out.add(spelling.latin());
    }
    return List.copyOf(out);
  }

  private static PreparedWord.Role role(String latin, String letters, Writing writing) {
    boolean short_ = letters.codePointCount(0, letters.length()) == 1;
    if (short_ && writing != Writing.HAN && writing != Writing.KANA) {
      return PreparedWord.Role.INITIAL;
    }
    if (writing == Writing.HAN || writing == Writing.HANGUL || writing == Writing.KANA) {
      return PreparedWord.Role.NAME;
    }
    return TITLES.contains(latin)
        ? PreparedWord.Role.TITLE
        : PARTICLES.contains(latin) ? PreparedWord.Role.PARTICLE : PreparedWord.Role.NAME;
  }

  /** Names written in one go: family name first, one sign; two if there are four. */
  private static List<Letters.Word> split(List<Letters.Word> words) {
    if (words.size() != 1) {
      return words;
    }
    Letters.Word only = words.getFirst();
    int length = only.written().length();
    if ((only.writing() != Writing.HAN && only.writing() != Writing.HANGUL)
        || length < 2
        || length > 4) {
      return words;
    }
    int cut = length == 4 ? 2 : 1;
    String first = only.written().substring(0, cut);
    String rest = only.written().substring(cut);
    return List.of(
        new Letters.Word(first, only.writing(), Letters.normal(first, only.writing())),
        new Letters.Word(rest, only.writing(), Letters.normal(rest, only.writing())));
  }

  /** log probability that a word of names, taken at random, is this one. */
  float chance(String latin) {
    return (float)
        Math.log(
            SEEN * model.counts().share(latin)
                + (1 - SEEN) * Math.exp(model.letters().logProbability(latin))
                + 1e-30);
  }

  /** Neighbours of one writing as one word, by two and by three. */
  List<Joined> joined(List<PreparedWord> words) {
    List<Joined> out = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      for (int count = 2; count <= MOST_JOINED && i + count <= words.size(); count++) {
        List<PreparedWord> some = words.subList(i, i + count);
        int letters = some.stream().mapToInt(word -> word.latin().length()).sum();
        if (letters <= LONGEST_JOINED && oneWriting(some)) {
          out.add(new Joined(i, count, one(some)));
        }
      }
    }
    return out;
  }

  /** So many words of a name, from a place on, as one. */
  record Joined(int from, int count, PreparedWord word) {}

  /**
   * What an index looks for where words may be written as one: neighbours, and the whole name in
   * both orders, as each of its words is spelt and as they would be spelt were they one word.
   */
  List<Together> together(PreparedName name) {
    List<Together> out = new ArrayList<>();
    List<PreparedWord> words = name.words();
    for (Joined some : name.joined()) {
      out.add(
          new Together(
              spelt(words.subList(some.from(), some.from() + some.count())),
              some.count() == words.size()));
    }
    List<PreparedWord> every = name.every();
    if (every.size() > 1
        && every.stream().mapToInt(word -> word.latin().length()).sum() <= LONGEST_WHOLE
        && oneWriting(every)) {
      if (every.size() > words.size() || every.size() > MOST_JOINED) {
        out.add(new Together(spelt(every), true));
      }
      out.add(new Together(spelt(every.reversed()), true));
    }
    return out;
  }

  /** Words as one: its Latin spellings; and whether it is all that the name has. */
  record Together(Set<String> spellings, boolean whole) {}

  private Set<String> spelt(List<PreparedWord> words) {
    Set<String> out = new LinkedHashSet<>();
    out.add(words.stream().map(PreparedWord::latin).collect(Collectors.joining()));
    Writing writing = words.getFirst().writing();
    if (writing == Writing.LATIN) {
      return out;
    }
    String letters = words.stream().map(PreparedWord::letters).collect(Collectors.joining());
    new Alignment(letters, model.of(writing))
        .spellings(TOGETHER, model.letters(), TASTE)
        .forEach(spelling -> out.add(spelling.latin()));
    out.add(
        words.stream().map(word -> Letters.byRule(word.written())).collect(Collectors.joining()));
    int readings = words.stream().mapToInt(word -> word.readings().size()).min().orElse(0);
    for (int k = 0; k < readings; k++) {
      int reading = k;
      out.add(
          words.stream()
              .map(word -> word.readings().get(reading).latin())
              .collect(Collectors.joining()));
    }
    return out;
  }

  private static boolean oneWriting(List<PreparedWord> words) {
    return words.stream().allMatch(word -> word.writing() == words.getFirst().writing());
  }

  private PreparedWord one(List<PreparedWord> words) {
    Writing writing = words.getFirst().writing();
    String letters = words.stream().map(PreparedWord::letters).collect(Collectors.joining());
    String latin = words.stream().map(PreparedWord::latin).collect(Collectors.joining());
    return new PreparedWord(
        words.stream().map(PreparedWord::written).collect(Collectors.joining(" ")),
        writing,
        letters,
        latin,
        List.of(latin),
        new Alignment(letters, model.of(writing)),
        List.of(form(latin)),
        Nicknames.of(latin),
        NameTerms.sounds(latin),
        PreparedWord.Role.NAME,
        List.of());
  }

  /**
   * What a word is aligned with. Whoever writes đ without its stroke writes d or dj, and j where
   * English ears hear it (Jorjevich), the same throughout a word. Spellings stay as they are
   * learned: partners exchange what is made of them.
   */
  private List<LatinForm> forms(String letters, String latin, List<String> spellings) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(latin);
    if (letters.indexOf('đ') >= 0) {
      forms.add(Letters.base(letters.replace("đ", "dj")));
      forms.add(Letters.base(letters.replace("đ", "j")));
    } else {
      spellings.stream().skip(1).limit(FORMS - 1).forEach(forms::add);
    }
    return forms.stream().map(this::form).toList();
  }

  LatinForm form(String latin) {
    return LatinForm.of(latin, -chance(latin));
  }

  /** What is guessed speaks for a person, but less than what is written. */
  @Override
  public float likeness(PreparedWord a, PreparedWord b, float least) {
    return a.guessed() || b.guessed()
        ? Math.max(Weights.LEAST, asRead(a, b, least + GUESSED) - GUESSED)
        : asRead(a, b, least);
  }

  private float asRead(PreparedWord a, PreparedWord b, float least) {
    float best = written(a, b, least);
    if (a.writing() == b.writing()) {
      return best;
    }
    for (PreparedWord reading : a.readings()) {
      best = Math.max(best, written(reading, b, Math.max(best, least)));
    }
    for (PreparedWord reading : b.readings()) {
      best = Math.max(best, written(a, reading, Math.max(best, least)));
    }
    return best;
  }

  /** The same for the words as they are written. */
  private float written(PreparedWord a, PreparedWord b, float least) {
    if (Integer.bitCount(a.sounds() ^ b.sounds()) > MOST_SOUNDS_APART) {
      return Weights.LEAST;
    }
    if (a.writing() == Writing.LATIN && b.writing() == Writing.LATIN) {
      float there = nearest(a, b, least);
      return Math.max(there, nearest(b, a, Math.max(there, least)));
    }
    if (b.writing() == Writing.LATIN) {
      return b.guessed() ? nearest(a, b, least) : toward(a, b.forms().getFirst(), least);
    }
    if (a.writing() == Writing.LATIN) {
      return a.guessed() ? nearest(b, a, least) : toward(b, a.forms().getFirst(), least);
    }
    if (a.writing() == b.writing() && a.letters().equals(b.letters())) {
      return toward(a, a.forms().getFirst(), least);
    }
    float there = nearest(a, b, 2 * least + Weights.LEAST);
    return (there + nearest(b, a, 2 * least - there)) / 2;
  }

  /** How well one word stands for the likeliest Latin spellings of another. */
  private float nearest(PreparedWord from, PreparedWord to, float least) {
    float best = Weights.LEAST;
    for (LatinForm form : to.forms()) {
      best = Math.max(best, toward(from, form, Math.max(best, least)));
    }
    return best;
  }

  private float toward(PreparedWord from, LatinForm latin, float least) {
    Writing writing = from.writing();
    int length = latin.length();
    float needed = weights.leastConditional(writing, least, latin.rarity(), length);
    float conditional = from.alignment().logProbability(latin, needed);
    return weights.word(writing, conditional, latin.rarity(), length);
  }
}
