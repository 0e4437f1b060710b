package org.entente.node.forms;

import java.util.Set;
import org.entente.agreement.DataCategory;
import org.entente.agreement.DataSubjectCategory;
import org.entente.agreement.PersonalData;

/** What several forms share. */
final class FormLists {
  static final CodeList CURRENCY = CodeList.of("currency");
  static final CodeList CERTAINTY = CodeList.of("certainty");
  static final CodeList MEANS_OF_TRANSPORT = CodeList.of("means-of-transport");
  static final CodeList PAYMENT = CodeList.of("payment");

  /** What a crime consisted of, of anyone who is suspected of it. */
  static final PersonalData CONDUCT =
      PersonalData.of(
          Set.of(DataSubjectCategory.SUSPECT_OR_CONVICTED), Set.of(DataCategory.CRIMINAL_CONDUCT));

  /** Stages of a way, legs of a journey, cargo: more is a file. */
  static final int ROWS_MOST = 20;

  /** Enough for a described find. */
  static final int TEXT_MOST = 1_000;

  private FormLists() {}
}
