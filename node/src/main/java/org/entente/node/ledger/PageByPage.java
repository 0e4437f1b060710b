package org.entente.node.ledger;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;

/**
 * Rows of a log from the first on, read a page at a time: memory stays small on a long log. For one
 * thread.
 */
final class PageByPage<T> implements Iterator<T> {
  private final LongFunction<List<T>> pages;
  private Iterator<T> page = List.<T>of().iterator();
  private long next;

  /**
   * @param pages the rows from a position on, as many as one page has; empty at the end
   */
  PageByPage(LongFunction<List<T>> pages) {
    this.pages = pages;
  }

  @Override
  public boolean hasNext() {
    if (!page.hasNext()) {
      page = pages.apply(next).iterator();
    }
    return page.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    next++;
    return page.next();
  }
}
