package org.mingzhang.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.text.SearchNormalizer;

class SegmenterTest {
  @ParameterizedTest
  @ValueSource(strings = {"成效显著", "成效顯著"})
  void words_that_folding_writes_with_another_character_stay_whole(String text) {
    assertThat(Segmenter.forIndexing().segment(SearchNormalizer.fold(text)))
        .contains(new Segmenter.Word(2, 2));
  }
}
