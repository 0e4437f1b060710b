package org.entente.node.web.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreement.AuthorityId;
import org.entente.agreement.Language;
import org.entente.node.casework.MessageView;
import org.entente.node.web.frame.AgreementChoices;
import org.entente.node.web.frame.Form;

/**
 * One step of a request as it is shown.
 *
 * @param draft empty until whom it asks and about what is known
 * @param faults sentences by field
 * @param said why the step comes again; empty where it is shown for the first time
 * @param may whether the agreement permits what is known of it so far
 * @param kept what the draft says now, where another tab changed it
 * @param missing what each step still lacks
 */
public record RequestScreen(
    RequestStep step,
    Optional<MessageView> draft,
    Form form,
    Map<String, String> faults,
    String said,
    Optional<Foreseen> may,
    Optional<MessageView> kept,
    Map<RequestStep, List<String>> missing,
    Choices choices) {
  public RequestScreen {
    missing = Map.copyOf(missing);
  }

  /**
   * What can be chosen.
   *
   * @param languages in which the agreement lets requests be written
   * @param copyOwed whether it has to be said what becomes of the copy for the contact points
   */
  public record Choices(
      List<AuthorityId> partners,
      AgreementChoices agreements,
      List<Language> languages,
      boolean copyOwed) {
    public Choices {
      partners = List.copyOf(partners);
      languages = List.copyOf(languages);
    }
  }

  /** Where the form of this step is sent to. */
  public String action() {
    return at(step);
  }

  /** The address of a step. */
  public String at(RequestStep other) {
    return draft.map(view -> "/requests/" + view.id() + "/" + other.code()).orElse(NEW);
  }

  static final String NEW = "/requests/new";

  /** Whether the steps after the first can be reached. */
  public boolean begun() {
    return draft.isPresent();
  }

  /** How much a step still lacks. */
  public int lacks(RequestStep other) {
    return missing.getOrDefault(other, List.of()).size();
  }

  /** What was filled in for later steps, before there is a draft that keeps it. */
  public Map<String, List<String>> carried() {
    return begun() ? Map.of() : form.without(step.fields());
  }

  @Override
  public String toString() {
    return "RequestScreen[" + step + "]";
  }
}
