package org.entente.node.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in a folder of the node. One writer, any number of readers; what is broken is thrown
 * away when it is opened, because it can be built again. Safe for use by many threads.
 */
final class EmbeddedIndex implements RecordIndex {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedIndex.class);

  private static final String ID = "id";
  private static final String TERM = "t";
  private static final String FILTER = "f";
  private static final String SUMMARY = "s";
  private static final String REVISION = "revision";
  private static final String KEY = "key";

  /** What is put waits in memory up to here; larger segments mean less merging. */
  private static final double BUFFER_MIB = 48;

  private final Path folder;
  private volatile Opened opened;
  private boolean closed;

  private EmbeddedIndex(Path folder, Opened opened) {
    this.folder = folder;
    this.opened = opened;
  }

  /** The folder while it can be written; a writer that met a fault of the disk closes itself. */
  private record Opened(MMapDirectory directory, IndexWriter writer, SearcherManager searchers) {}

  /**
   * Opens the index in this folder, empty if there is none or it is damaged.
   *
   * @throws IOException when the folder cannot be used or another process uses it
   */
  static EmbeddedIndex open(Path folder) throws IOException {
    return new EmbeddedIndex(folder, opened(folder));
  }

  private static Opened opened(Path folder) throws IOException {
    Files.createDirectories(folder);
    try {
      return whole(folder);
    } catch (LockObtainFailedException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("The search index is damaged; it is built again from the store.");
      empty(folder);
      return whole(folder);
    }
  }

  private static Opened whole(Path folder) throws IOException {
    MMapDirectory directory = new MMapDirectory(folder);
    try {
      check(directory);
      IndexWriterConfig config =
          new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MIB).setCommitOnClose(false);
      IndexWriter writer = new IndexWriter(directory, config);
      return new Opened(directory, writer, new SearcherManager(writer, null));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Reads every file to its end and compares its checksum. */
  private static void check(MMapDirectory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (leaf.reader() instanceof CodecReader codec) {
          codec.checkIntegrity();
        }
      }
    }
  }

  /** Removes the files of an index; the folder holds nothing else. */
  static void empty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void put(List<Entry> entries) {
    try {
      for (Entry entry : entries) {
        opened.writer.updateDocument(new Term(ID, entry.id()), document(entry));
      }
    } catch (IOException | AlreadyClosedException e) {
      throw broken(e);
    }
  }

  private static UncheckedIOException broken(Exception e) {
    return new UncheckedIOException(
        e instanceof IOException io ? io : new IOException("The index closed itself", e));
  }

  private static Document document(Entry entry) {
    Document document = new Document();
    document.add(new StringField(ID, entry.id(), Field.Store.YES));
    for (String term : entry.terms()) {
      document.add(new StringField(TERM, term, Field.Store.NO));
    }
    for (String filter : entry.filters()) {
      document.add(new StringField(FILTER, filter, Field.Store.NO));
    }
    document.add(new StoredField(SUMMARY, entry.summary()));
    return document;
  }

  @Override
  public void remove(List<String> ids) {
    try {
      for (String id : ids) {
        opened.writer.deleteDocuments(new Term(ID, id));
      }
    } catch (IOException | AlreadyClosedException e) {
      throw broken(e);
    }
  }

  @Override
  public List<Candidate> candidates(Lookup lookup) {
    try {
      SearcherManager searchers = opened.searchers;
      IndexSearcher searcher = searchers.acquire();
      try {
        List<Candidate> found = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        Query query = query(lookup, searcher.getIndexReader());
        for (ScoreDoc hit : searcher.search(query, lookup.limit()).scoreDocs) {
          Document document = stored.document(hit.doc);
          found.add(
              new Candidate(
                  document.get(ID), hit.score, document.getBinaryValue(SUMMARY).bytes.clone()));
        }
        return found;
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException | AlreadyClosedException e) {
      throw broken(e);
    }
  }

  private static Query query(Lookup lookup, IndexReader reader) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    int should = 0;
    for (Weighted wanted : lookup.terms()) {
      Term term = new Term(TERM, wanted.term());
      int holders = reader.docFreq(term);
      if (holders > 0 && should < IndexSearcher.getMaxClauseCount() / 2) {
        float weight = wanted.weight() * rarity(holders, reader.numDocs());
        all.add(new BoostQuery(new ConstantScoreQuery(new TermQuery(term)), weight), Occur.SHOULD);
        should++;
      }
    }
    all.setMinimumNumberShouldMatch(1);
    if (!lookup.anyOf().isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      lookup.anyOf().forEach(term -> any.add(new TermQuery(new Term(TERM, term)), Occur.SHOULD));
      all.add(any.build(), Occur.FILTER);
    }
    lookup.allOf().forEach(f -> all.add(new TermQuery(new Term(FILTER, f)), Occur.FILTER));
    return all.build();
  }

  /** What few records have says more than what many have. */
  private static float rarity(int holders, int records) {
    return (float) (1 + Math.log((records + 1.0) / (holders + 1.0)));
  }

  @Override
  public void refresh() {
    try {
      opened.searchers.maybeRefreshBlocking();
    } catch (IOException | AlreadyClosedException e) {
      throw broken(e);
    }
  }

  @Override
  public void commit(Followed followed) {
    try {
      IndexWriter writer = opened.writer;
      writer.setLiveCommitData(
          Map.of(REVISION, Long.toString(followed.revision()), KEY, followed.key()).entrySet());
      writer.commit();
    } catch (IOException | AlreadyClosedException e) {
      throw broken(e);
    }
  }

  /** What is asked first of all: opens the folder again after a fault of the disk. */
  @Override
  public synchronized Followed followed() {
    if (!opened.writer.isOpen() && !closed) {
      try {
        Opened before = opened;
        opened = opened(folder);
        before.searchers.close();
        before.directory.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Iterable<Map.Entry<String, String>> kept = opened.writer.getLiveCommitData();
    if (kept == null) {
      return Followed.NOTHING;
    }
    long revision = 0;
    String key = "";
    for (Map.Entry<String, String> each : kept) {
      switch (each.getKey()) {
        case REVISION -> revision = Long.parseLong(each.getValue());
        case KEY -> key = each.getValue();
        default -> {}
      }
    }
    return new Followed(revision, key);
  }

  @Override
  public long size() {
    return opened.writer.getDocStats().numDocs;
  }

  @Override
  public void clear() {
    try {
      opened.writer.deleteAll();
      commit(Followed.NOTHING);
      refresh();
    } catch (IOException | AlreadyClosedException e) {
      throw broken(e);
    }
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    MMapDirectory directory = opened.directory;
    IndexWriter writer = opened.writer;
    SearcherManager searchers = opened.searchers;
    try (directory;
        writer;
        searchers) {
      if (writer.isOpen()) {
        writer.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
