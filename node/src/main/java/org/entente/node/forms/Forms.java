package org.entente.node.forms;

import java.util.List;
import java.util.Optional;

/** The forms there are. One more is one more description, its lists and its texts. */
public final class Forms {
  public static final List<FormDescription> ALL =
      List.of(
          DrugForm.DESCRIPTION,
          TraffickingForm.DESCRIPTION,
          SmugglingForm.DESCRIPTION,
          TerrorismForm.DESCRIPTION,
          CyberForm.DESCRIPTION,
          TraceForms.WEAPON,
          TraceForms.LOT,
          TraceForms.ANSWER,
          DeliveryForm.DESCRIPTION);

  private Forms() {}

  /** The form with this code, if this version knows it. */
  public static Optional<FormDescription> ofCode(String code) {
    return ALL.stream().filter(form -> form.code().equals(code)).findFirst();
  }
}
