package org.entente.node.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One unit of work that changes rows: valid only inside the call that received it. */
public final class Tx extends Reads {
  private final @Nullable KeyShelf shelf;

  /** Only the writer's thread touches these. */
  private boolean forgot;

  private final List<Runnable> afterCommit = new ArrayList<>();

  /** A unit of the store's own, which takes no numbers. */
  Tx(JdbcClient client) {
    super(client);
    this.shelf = null;
  }

  Tx(JdbcClient client, KeyShelf shelf) {
    super(client);
    this.shelf = shelf;
  }

  /**
   * The next number of a series. No number is given twice, not even after the database was restored
   * from a backup; a unit that is undone leaves a gap.
   *
   * @param after the highest number that the database knows of; asked for the first number of a
   *     series since the start, because from then on the key shelf remembers
   */
  public long next(String series, LongSupplier after) {
    if (shelf == null) {
      throw new IllegalStateException("Only a unit that writes takes numbers");
    }
    return shelf.next(series, after);
  }

  /** A statement with named parameters. */
  @Override
  public Statement sql(String statement) {
    return new Statement(client().sql(statement));
  }

  /**
   * Destroys a content key with this unit: once the unit has been written, what the key locked
   * cannot be read by anybody, here or in a backup of this database. Of content that was never
   * locked or is forgotten already nothing happens.
   *
   * @param keyReference what stands in the row instead of its key
   */
  public void forget(byte[] keyReference) {
    if (keyReference.length != KeyShelf.REFERENCE_BYTES) {
      return;
    }
    forgot = true;
    sql("INSERT INTO forgotten_key (reference) VALUES (:r) ON CONFLICT (reference) DO NOTHING")
        .param("r", keyReference)
        .update();
  }

  /**
   * Has something done once this unit is on disk, in the writer's thread: a word to another part
   * that waits for it. Not done when the unit is undone.
   *
   * @param word quick; does not write and does not throw
   */
  public void afterCommit(Runnable word) {
    afterCommit.add(word);
  }

  /** How many words wait for the commit. */
  int words() {
    return afterCommit.size();
  }

  /** A unit was undone: what it wanted to say beyond the first words is not said. */
  void unsay(int words) {
    afterCommit.subList(words, afterCommit.size()).clear();
  }

  /** The commit is on disk. */
  void sayAll() {
    List<Runnable> words = List.copyOf(afterCommit);
    afterCommit.clear();
    words.forEach(Runnable::run);
  }

  /** Whether anything was forgotten since this was asked last. */
  boolean forgot() {
    boolean did = forgot;
    forgot = false;
    return did;
  }
}
