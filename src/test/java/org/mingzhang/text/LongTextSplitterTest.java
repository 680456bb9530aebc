package org.mingzhang.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTextSplitterTest {
  @Test
  void a_text_of_usual_length_is_one_piece() {
    String text = "支出5万元。".repeat(LongTextSplitter.MAX_PIECE_LENGTH / 6);
    assertThat(LongTextSplitter.splitIntoPieces(text)).containsExactly(text);
    assertThat(LongTextSplitter.splitIntoPieces("")).containsExactly("");
  }

  @Test
  void pieces_end_after_sentences_or_else_after_clauses() {
    assertThat(LongTextSplitter.splitIntoPieces("支出5万元，其中：项目支出2万元。".repeat(2_000)))
        .allMatch(p -> p.endsWith("。"));
    assertThat(LongTextSplitter.splitIntoPieces("支出5万元、".repeat(2_000)))
        .allMatch(p -> p.endsWith("、"));
  }

  @Test
  void joined_pieces_are_the_text_and_no_character_is_cut() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String[] alphabet = {"支", "出", "𠮷", "。", "，", " ", "5"};
    for (int round = 0; round < 50; round++) {
      int letters = 1 + random.nextInt(alphabet.length);
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(5 * LongTextSplitter.MAX_PIECE_LENGTH);
      while (text.length() < length) {
        text.append(alphabet[random.nextInt(letters)]);
      }
      List<String> pieces = LongTextSplitter.splitIntoPieces(text.toString());
      assertThat(String.join("", pieces)).as("seed " + seed).isEqualTo(text.toString());
      assertThat(pieces)
          .as("seed " + seed)
          .allMatch(p -> p.length() <= LongTextSplitter.MAX_PIECE_LENGTH)
          .noneMatch(p -> !p.isEmpty() && Character.isLowSurrogate(p.charAt(0)));
    }
  }
}
