package org.entente.bench.names;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * Lucene with its own ICU analysis (every script into Latin, folded), alone, with its fuzzy query,
 * or with that and a second field of words by their sound. An index in memory, one segment.
 */
final class LuceneWay implements Way {
  /** How a word sounds; several codes where it may be read in several ways. */
  interface Sound {
    Set<String> of(String word);
  }

  /** Shorter words are taken as they are, from {@link #TWO_EDITS} letters on two edits count. */
  private static final int ONE_EDIT = 3;

  private static final int TWO_EDITS = 6;
  private static final String NAME = "name";
  private static final String SOUNDS = "sounds";
  private static final String SOURCE = "source";
  private static final String PLACE = "place";

  private final String title;
  private final boolean fuzzy;
  private final Sound sound;
  private final Analyzer analyzer = new Latin();
  private final Directory directory = new ByteBuffersDirectory();
  private IndexSearcher searcher;

  LuceneWay(String title, boolean fuzzy, Sound sound) throws IOException {
    this.title = title;
    this.fuzzy = fuzzy;
    this.sound = sound;
    new IndexWriter(directory, new IndexWriterConfig(analyzer)).close();
    this.searcher = new IndexSearcher(DirectoryReader.open(directory));
  }

  private static final class Latin extends Analyzer {
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin");

    @Override
    protected TokenStreamComponents createComponents(String field) {
      ICUTokenizer words = new ICUTokenizer();
      return new TokenStreamComponents(
          words, new ICUFoldingFilter(new ICUTransformFilter(words, TO_LATIN)));
    }
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public void index(List<Protocol.Held> held) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (int i = 0; i < held.size(); i++) {
        Document document = new Document();
        document.add(new TextField(NAME, held.get(i).name(), Field.Store.NO));
        for (String word : words(held.get(i).name())) {
          for (String code : sound.of(word)) {
            document.add(new StringField(SOUNDS, code, Field.Store.NO));
          }
        }
        document.add(new StringField(SOURCE, held.get(i).source(), Field.Store.NO));
        document.add(new NumericDocValuesField(PLACE, i));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    searcher = new IndexSearcher(DirectoryReader.open(directory));
  }

  private List<String> words(String name) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(NAME, name)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    }
    return words;
  }

  @Override
  public List<Found> find(String name, String source, int limit) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Set<String> codes = new LinkedHashSet<>();
    for (String word : words(name)) {
      query.add(query(word), Occur.SHOULD);
      codes.addAll(sound.of(word));
    }
    for (String code : codes) {
      query.add(new TermQuery(new Term(SOUNDS, code)), Occur.SHOULD);
    }
    query.setMinimumNumberShouldMatch(1);
    if (!source.isEmpty()) {
      BooleanQuery.Builder seen = new BooleanQuery.Builder();
      seen.add(new TermQuery(new Term(SOURCE, source)), Occur.SHOULD);
      seen.add(new TermQuery(new Term(SOURCE, Sources.DISTRACTORS)), Occur.SHOULD);
      query.add(seen.build(), Occur.FILTER);
    }
    List<Found> found = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query.build(), limit).scoreDocs) {
      found.add(new Found(place(hit.doc), hit.score, hit.score));
    }
    return found;
  }

  private Query query(String word) {
    Term term = new Term(NAME, word);
    int edits = !fuzzy || word.length() < ONE_EDIT ? 0 : word.length() < TWO_EDITS ? 1 : 2;
    return edits == 0 ? new TermQuery(term) : new FuzzyQuery(term, edits);
  }

  private int place(int document) throws IOException {
    var leaves = searcher.getIndexReader().leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    NumericDocValues places = leaf.reader().getNumericDocValues(PLACE);
    if (places == null || !places.advanceExact(document - leaf.docBase)) {
      throw new IllegalStateException("A document without its place");
    }
    return (int) places.longValue();
  }
}
