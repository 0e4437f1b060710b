package org.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataPolicyTest {

  @Test
  void ofASuspectAllTwelveBlocksMayBeExchangedButNoOtherRolesParticulars() {
    Set<DataCategory> allowed = DataPolicy.allowedFor(DataSubjectCategory.SUSPECT_OR_CONVICTED);

    assertThat(allowed)
        .isEqualTo(EnumSet.range(DataCategory.PERSONAL_DETAILS, DataCategory.LEGAL_PERSONS));
  }

  @Test
  void ofVictimsWitnessesInformantsAndContactsOnlyTheReducedSets() {
    for (DataSubjectCategory category :
        EnumSet.of(
            DataSubjectCategory.VICTIM,
            DataSubjectCategory.WITNESS,
            DataSubjectCategory.INFORMANT,
            DataSubjectCategory.CONTACT)) {
      assertThat(DataPolicy.allowedFor(category))
          .hasSize(4)
          .contains(DataCategory.IDENTIFICATION_NUMBERS)
          .doesNotContain(
              DataCategory.IMAGES_AND_FORENSICS,
              DataCategory.ECONOMIC,
              DataCategory.CRIMINAL_CONDUCT);
    }
  }

  @Test
  void withoutSayingWhichBlockBelongsToWhomTheStricterCategoryRules() {
    PersonalData mixed =
        PersonalData.of(
            EnumSet.of(DataSubjectCategory.SUSPECT_OR_CONVICTED, DataSubjectCategory.VICTIM),
            EnumSet.of(DataCategory.ECONOMIC));

    assertThat(mixed.withinPolicy()).isFalse();
  }

  @Test
  void saidPerPersonEachCategoryKeepsItsOwnMeasure() {
    PersonalData told =
        PersonalData.none()
            .and(
                DataSubjectCategory.SUSPECT_OR_CONVICTED,
                EnumSet.of(DataCategory.ECONOMIC, DataCategory.CRIMINAL_CONDUCT))
            .and(DataSubjectCategory.VICTIM, EnumSet.of(DataCategory.PERSONAL_DETAILS));

    assertThat(told.withinPolicy()).isTrue();
    assertThat(
            told.and(DataSubjectCategory.VICTIM, EnumSet.of(DataCategory.ECONOMIC)).withinPolicy())
        .isFalse();
  }
}
