package org.mingzhang.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests replaced codes of the functional classification. */
class CodeReplacementsTest {
  @Test
  void every_code_leads_to_one_in_force_and_none_leads_on() {
    CodeReplacements moves = CodeReplacements.standard();
    assertThat(moves.replacementByCode()).isNotEmpty();
    moves
        .replacementByCode()
        .values()
        .forEach(
            move -> {
              assertThat(moves.replacementByCode())
                  .as(move.toString())
                  .doesNotContainKey(move.successor());
              assertThat(
                      BudgetClassification.functional().findByCode(move.successor(), move.since()))
                  .as(move.toString())
                  .isPresent();
              assertThat(move.source()).contains("政府收支分类科目");
            });
    assertThat(moves.currentCode("20115")).isEqualTo("20138");
    assertThat(moves.currentCode("201")).isEqualTo("201");
  }
}
