package org.entente.bench.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.command.Api;
import org.entente.command.Demonstration.City;
import org.entente.subject.invented.InventedPerson;
import org.entente.subject.invented.InventedPersons;

/**
 * Officers of Baku who write requests to Belgrade, each about another invented person. Safe for use
 * by many threads.
 */
public final class Desks {
  /** How many write at the same time. */
  private static final int OFFICERS = 3;

  private final InventedPersons persons;

  /**
   * @param seed of the persons
   */
  public Desks(long seed) {
    this.persons = InventedPersons.of(seed);
  }

  /** How an officer takes a seat. */
  public interface Arriving {
    Seated sit() throws IOException;
  }

  /** An officer who does the work on one request. */
  public interface Seated {
    void write() throws IOException;
  }

  /**
   * Has so many requests written, by several officers at once.
   *
   * @throws IllegalStateException if one of them could not be written
   */
  public void write(int requests, Arriving arriving) throws IOException, InterruptedException {
    List<Callable<Void>> desks = new ArrayList<>();
    for (int officer = 0; officer < OFFICERS; officer++) {
      int share = requests / OFFICERS + (officer < requests % OFFICERS ? 1 : 0);
      Seated seated = arriving.sit();
      desks.add(() -> {
        for (int i = 0; i < share; i++) {
          seated.write();
        }
        return null;
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(OFFICERS)) {
      for (Future<Void> desk : threads.invokeAll(desks)) {
        try {
          desk.get();
        } catch (ExecutionException e) {
          throw new IllegalStateException("The requests could not be written", e);
        }
      }
    }
  }

  /** A request about the next person, in the fields of the interface for programs. */
  public Map<String, Object> request(String facts) {
    InventedPerson person = next();
    Map<String, Object> request = new HashMap<>();
    request.put("partner", City.BELGRADE.authority);
    request.put("offence", "drug-trafficking");
    request.put("urgency", "normal");
    request.put("data", List.of("personal-details"));
    request.put("specialCategories", false);
    request.put("strictlyNecessary", false);
    request.put("political", false);
    request.put(
        "person",
        Map.of(
            "familyName",
            family(person),
            "givenName",
            person.name().split(" ", 2)[0],
            "birthDate",
            Integer.toString(person.born().year()),
            "category",
            "suspect-or-convicted"));
    request.put("informationSought", "Entries to Serbia since the first of November.");
    request.put("purpose", "To find where the goods went.");
    request.put("facts", facts);
    request.put("reasonsToBelieve", "A hotel's receipt from Niš was found.");
    request.put("link", "The person rented the vehicle.");
    request.put("language", "en");
    request.put("handling", List.of("H1"));
    return request;
  }

  /** What is asked for as a person's family name. */
  public static String family(InventedPerson person) {
    String[] name = person.name().split(" ", 2);
    return name[name.length - 1];
  }

  /**
   * @throws IllegalStateException unless the node did what it was asked
   */
  public static Api.Answer done(Api.Answer answer) {
    if (answer.status() >= 300) {
      throw new IllegalStateException("The node answered " + answer.status() + answer.string());
    }
    return answer;
  }

  private synchronized InventedPerson next() {
    return persons.next();
  }
}
