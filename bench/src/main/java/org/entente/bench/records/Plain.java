package org.entente.bench.records;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** The peer: Lucene's own analysis (ICU) and fuzzy words over the names alone, nothing sealed. */
final class Plain implements AutoCloseable {
  private static final String NAME = "name";
  private static final int SHOWN = 10;

  private final Analyzer analyzer =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer words = new ICUTokenizer();
          return new TokenStreamComponents(words, new ICUFoldingFilter(words));
        }
      };

  private final FSDirectory directory;
  private final IndexWriter writer;

  Plain(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
  }

  void put(String name) throws IOException {
    Document document = new Document();
    document.add(new TextField(NAME, name, Field.Store.YES));
    writer.addDocument(document);
  }

  /** Ready to be searched. */
  Searching searching() throws IOException {
    writer.commit();
    DirectoryReader reader = DirectoryReader.open(directory);
    return new Searching(reader, new IndexSearcher(reader), new QueryBuilder(analyzer));
  }

  record Searching(DirectoryReader reader, IndexSearcher searcher, QueryBuilder words)
      implements AutoCloseable {
    /** The name that fits best; empty if none does. */
    String first(String asked) throws IOException {
      BooleanQuery.Builder query = new BooleanQuery.Builder();
      if (words.createBooleanQuery(NAME, asked) instanceof BooleanQuery exact) {
        for (BooleanClause clause : exact.clauses()) {
          query.add(clause);
          String word = clause.query().toString(NAME);
          query.add(new FuzzyQuery(new Term(NAME, word), 1), BooleanClause.Occur.SHOULD);
        }
      }
      ScoreDoc[] found = searcher.search(query.build(), SHOWN).scoreDocs;
      return found.length == 0 ? "" : searcher.storedFields().document(found[0].doc).get(NAME);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
