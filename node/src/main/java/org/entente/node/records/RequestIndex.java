package org.entente.node.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.node.casework.CaseId;
import org.entente.node.casework.RequestSubject;
import org.entente.node.casework.RequestSubjects;
import org.entente.node.exchange.MessageId;
import org.entente.node.records.RecordIndex.Candidate;
import org.entente.node.records.RecordIndex.Entry;
import org.entente.node.records.RecordIndex.Followed;

/**
 * Whom requests are about, to be found like records: keyed terms and sealed summaries. Follows the
 * requests in their order; one that is empty or belongs to another key is built anew. One thread
 * follows, any number look.
 */
final class RequestIndex {
  private static final int PAGE = 500;

  private final RecordIndex index;
  private final IndexTerms terms;
  private final RequestSubjects requestSubjects;
  private final String key;

  /** Negative until the index was asked. */
  private long followed = -1;

  /** Up to which revision the disk holds what was followed. */
  private long kept;

  RequestIndex(RecordIndex index, IndexTerms terms, RequestSubjects requestSubjects, String key) {
    this.index = index;
    this.terms = terms;
    this.requestSubjects = requestSubjects;
    this.key = key;
  }

  /** A request whose person is like the one asked for. */
  record Like(MessageId message, Likeness likeness) {}

  /** Takes in what came since; true if anything did. */
  boolean follow() {
    if (followed < 0) {
      begin();
    }
    List<RequestSubject> page = requestSubjects.after(followed, PAGE);
    if (page.isEmpty()) {
      return false;
    }
    List<Entry> entries = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (RequestSubject subject : page) {
      requestSubjects
          .person(subject.message())
          .map(AskedPerson::subject)
          .ifPresentOrElse(
              p -> entries.add(terms.entry(subject.message().toString(), p)),
              () -> gone.add(subject.message().toString()));
    }
    index.put(entries);
    index.remove(gone);
    index.refresh();
    followed = page.getLast().revision();
    if (page.size() == PAGE) {
      keep();
    }
    return true;
  }

  /**
   * Keeps on disk what was followed. What was not kept is followed again after a stop, so this need
   * not be done for every request.
   */
  void keep() {
    if (followed > kept) {
      index.commit(new Followed(followed, key));
      kept = followed;
    }
  }

  /** The index met a fault: what was not kept is followed again. */
  void again() {
    followed = -1;
  }

  private void begin() {
    Followed before = index.followed();
    boolean fits = before.key().equals(key) && before.revision() <= requestSubjects.newest();
    if (!fits) {
      index.clear();
    }
    followed = fits ? before.revision() : 0;
    kept = followed;
  }

  /** Requests, other than those of one case, about a person like this; the likeliest first. */
  List<Like> like(Question question, List<MessageId> without, double least, int most) {
    Comparison comparison = Comparison.with(question);
    List<Like> found = new ArrayList<>();
    for (Candidate candidate : index.candidates(terms.lookup(question))) {
      MessageId message = MessageId.of(candidate.id());
      Likeness likeness = comparison.of(terms.subject(candidate));
      if (!without.contains(message) && likeness.matches(least)) {
        found.add(new Like(message, likeness));
      }
    }
    found.sort((a, b) -> Double.compare(b.likeness().rank(), a.likeness().rank()));
    return found.subList(0, Math.min(most, found.size()));
  }

  /** What to ask with for the person of a request; empty if there is no such request. */
  Optional<Question> question(MessageId message) {
    return requestSubjects.person(message).map(AskedPerson::subject).map(Question::about);
  }

  List<MessageId> of(CaseId id) {
    return requestSubjects.of(id).stream().map(RequestSubject::message).toList();
  }
}
