package org.entente.bench.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.language.DaitchMokotoffSoundex;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * Measures ways of matching names by one protocol, prints tables and draws them.
 *
 * <p>Arguments: the folder with the protocol's files, the folder for the pictures (none are drawn
 * without it).
 */
public final class Names {
  /** Peers are asked so many questions of each kind, which is enough to two digits. */
  private static final int MOST_OF_PEERS = 150;

  /** To compare all names takes a tenth of a second: so many questions of each kind are asked. */
  private static final int MOST_BY_BRUTE_FORCE = 15;

  private Names() {}

  /** Runs the protocol. */
  public static void main(String[] arguments) throws IOException {
    Protocol protocol = Protocol.read(Path.of(arguments[0]));
    Pairs pairs = new Pairs(protocol.pairs());
    Pairs hard = new Pairs(protocol.hard());
    int step = Integer.getInteger("names.every", 1);
    List<Retrieval> all = new ArrayList<>();

    Ours ours = new Ours();
    System.out.println("# " + ours.title());
    pairs.measure(ours, true);
    pairs.measureDated();
    hard.measureHard(ours);
    all.add(Retrieval.of(ours, protocol, Integer.MAX_VALUE, step));
    all.getLast().print(true);
    if (Boolean.getBoolean("names.alone")) {
      return;
    }
    for (Way peer : lucene()) {
      System.out.println("# " + peer.title());
      all.add(Retrieval.of(peer, protocol, MOST_OF_PEERS, step));
      all.getLast().print(false);
    }
    JaroWinkler winkler = new JaroWinkler();
    System.out.println("# " + winkler.title());
    pairs.measure(winkler, false);
    hard.measureHard(winkler);
    all.add(Retrieval.of(winkler, protocol, MOST_BY_BRUTE_FORCE, step));
    all.getLast().print(false);
    if (arguments.length > 1) {
      new Pictures(Path.of(arguments[1])).draw(all);
    }
  }

  private static List<Way> lucene() throws IOException {
    DoubleMetaphone metaphone = new DoubleMetaphone();
    DaitchMokotoffSoundex slavic = new DaitchMokotoffSoundex();
    return List.of(
        new LuceneWay("Lucene, ICU", false, word -> Set.of()),
        new LuceneWay("Lucene, ICU, fuzzy", true, word -> Set.of()),
        new LuceneWay(
            "Lucene, ICU, fuzzy, Double Metaphone",
            true,
            word -> codes(metaphone.doubleMetaphone(word), metaphone.doubleMetaphone(word, true))),
        new LuceneWay(
            "Lucene, ICU, fuzzy, Daitch–Mokotoff",
            true,
            word -> codes(slavic.soundex(word).split("\\|", -1))));
  }

  private static Set<String> codes(String... codes) {
    Set<String> out = new HashSet<>(Arrays.asList(codes));
    out.removeIf(code -> code == null || code.isEmpty());
    return out;
  }
}
