package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class CharacterFoldingTest {
  @Test
  void code_points_that_count_as_normal_forms_are_normal_forms() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (CharacterFolding.isNormalForm(c)) {
        String raw = Character.toString(c);
        assertThat(Normalizer.normalize(raw, Normalizer.Form.NFKC)).isEqualTo(raw);
        assertThat(Character.toLowerCase(c)).isEqualTo(c);
        assertThat(Character.getType(c)).isNotEqualTo(Character.FORMAT);
      }
    }
  }

  @Test
  void every_character_folds_as_each_part_of_its_normal_form_does() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      char single = CharacterFolding.foldSingle((char) c);
      if (single != CharacterFolding.DROPPED && single != CharacterFolding.SEVERAL_UNITS) {
        assertThat(CharacterFolding.foldToSeveral(c)).isEqualTo(String.valueOf(single));
        assertThat(CharacterFolding.foldSingle(single)).as("U+%04X", c).isEqualTo(single);
      }
    }
  }
}
