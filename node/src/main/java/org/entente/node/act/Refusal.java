package org.entente.node.act;

import java.util.List;

/**
 * Why an act was not done. A capability lists its own in an enum of {@link Reason}s, and gives a
 * record to one that has more to tell than its code; what several capabilities refuse alike is in
 * {@link Usual}.
 */
public interface Refusal {

  /** Stable code, as in the API; the sentence is in the message bundles by this code. */
  String code();

  /** What sort of reason it is, by which pages and programs choose how to say it. */
  Kind kind();

  /** What its sentence names, in the order of the text; for the officer alone, never for a log. */
  default List<Object> particulars() {
    return List.of();
  }

  /** The sorts of reasons. */
  enum Kind {
    /** There is no such thing, or not for this officer. */
    NOT_FOUND,
    /** The officer lacks the right. */
    RIGHT_MISSING,
    /** A second person has to do it. */
    SAME_PERSON,
    /** Not possible as things are now. */
    STATE,
    /** What was given is not complete or not allowed. */
    INCOMPLETE,
    /** What was given is larger than is taken. */
    TOO_LARGE,
    /** The officer has done as much of it as one person may for now. */
    TOO_MANY,
    /** The disk has too little room. */
    NO_ROOM,
    /** A disk, a service or a free place is missing for now; it can be tried again. */
    UNAVAILABLE,
    /** What is stored does not hold together; nobody can mend it by asking again. */
    UNSOUND
  }
}
