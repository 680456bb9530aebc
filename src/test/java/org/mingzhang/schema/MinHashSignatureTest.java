package org.mingzhang.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.model.Indicator.TargetResult.UNKNOWN;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

class MinHashSignatureTest {
  private static final int SENTENCES = 200;

  /** A document of numbered sentences, followed by others of its own, with twelve amounts. */
  private static MinHashSignature document(int ownSentences, String ownWords, int firstAmount) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, SENTENCES).forEach(i -> text.append("第" + i * 7919 + "项经费已按规定支出。"));
    IntStream.range(0, ownSentences).forEach(i -> text.append(ownWords + i * 6271 + "。"));
    List<Fact> facts =
        IntStream.range(firstAmount, firstAmount + 12)
            .mapToObj(MinHashSignatureTest::fact)
            .toList();
    Section section =
        new Section(
            "1",
            "",
            "说明",
            1,
            Topic.OTHER,
            1,
            false,
            false,
            List.of(new Section.Paragraph(1, text.toString())));
    return MinHashSignature.compute(
            new Disclosure(
                    new SourceDocument("a.txt", "00", "text/plain", 1, 1, null),
                    new DocumentMetadata(null, false, null, null, 2024, null, null, List.of()),
                    List.of(section),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of())
                .withFacts(facts))
        .orElseThrow();
  }

  @Test
  void a_missing_target_or_result_adds_nothing() {
    Indicator missing = indicator("慰问职工", null, null);
    assertThat(signature(List.of(missing)))
        .isEqualTo(signature(List.of(indicator("慰问职工", "", ""))));
  }

  private static Indicator indicator(
      String name, @Nullable String target, @Nullable String actual) {
    return new Indicator(
        "1", "", null, null, null, null, name, target, actual, null, null, null, UNKNOWN, 1);
  }

  private static String signature(List<Indicator> indicators) {
    List<Indicator> many =
        Collections.nCopies(100, indicators).stream().flatMap(List::stream).toList();
    return MinHashSignature.compute(
            new Disclosure(
                new SourceDocument("a.txt", "00", "text/plain", 1, 1, null),
                new DocumentMetadata(null, false, null, null, 2024, null, null, List.of()),
                List.of(),
                List.of(),
                many,
                List.of(),
                List.of(),
                List.of()))
        .orElseThrow()
        .encode();
  }

  private static Fact fact(int amount) {
    return Fact.amount(
        "支出",
        FactContext.wholeYear(null, null, null, null, null, null, 2024),
        BigDecimal.valueOf(amount),
        String.valueOf(amount),
        "元",
        new FactLocation("1", 1, 0, 1, "", null));
  }

  @ParameterizedTest(name = "{0} more sentences, amounts from {1}: {2}")
  @CsvSource({"0, 100, true", "100, 100, true", "100, 101, false", "600, 100, false"})
  void a_copy_with_tables_as_sentences_is_the_same_disclosure_if_all_amounts_are_equal(
      int moreSentences, int firstAmount, boolean same) {
    MinHashSignature plain = document(0, "", 100);
    MinHashSignature copy = document(moreSentences, "表中另列的各行内容", firstAmount);
    assertThat(plain.isSameDisclosure(copy)).as("" + plain.similarity(copy)).isEqualTo(same);
  }
}
