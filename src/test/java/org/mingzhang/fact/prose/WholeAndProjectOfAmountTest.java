package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Fact;

/**
 * The whole of a part that follows several amounts, the project of a labeled amount, and the
 * account of the money of evaluated projects.
 */
class WholeAndProjectOfAmountTest {
  /** The expected fact is account, item and fund, "-" for none; "-" alone if there is none. */
  @ParameterizedTest
  @CsvFileSource(resources = "whole-and-project.txt", delimiter = '|', maxCharsPerColumn = 2000)
  void amount_has_its_whole_and_its_project(
      String title, String heading, String text, String printed, String expected) {
    List<String> found =
        new FactReader()
                .read(
                    new Paragraphs.Example(title, heading, text, List.of(), List.of())
                        .disclosure(text))
                .stream()
                .filter(f -> f.printed().equals(printed))
                .map(WholeAndProjectOfAmountTest::describe)
                .distinct()
                .toList();
    assertThat(found).isEqualTo(expected.equals("-") ? List.of() : List.of(expected));
  }

  private static String describe(Fact fact) {
    return String.join(
        " ",
        fact.account(),
        Objects.requireNonNullElse(fact.context().item(), "-"),
        fact.context().fund() == null ? "-" : fact.context().fund().label());
  }
}
