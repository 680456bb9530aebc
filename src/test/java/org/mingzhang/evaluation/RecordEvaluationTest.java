package org.mingzhang.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class RecordEvaluationTest {
  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  private static final String GOLD =
      "{'region':['示例省'],'year':2024,'category':'部门决算','agency':'甲局','title':'甲局2024年度部门决算',"
          + "'sections':[{'title':'概况','level':1,'starts_with':'职责','category':'部门概况'},"
          + "{'title':'收入支出总体','level':2,'starts_with':'总计','category':'收支总体'}],"
          + "'tables':[{'title':'总表','sample_rows':[['合计','','1.00']]}],"
          + "'indicators':[{'level1':'产出','level2':'数量','level3':'次数','target':'≥3','actual':'4'}],"
          + "'figures':[{'name':'收入总计','value':'1.00','unit':'万元','year':2024}],"
          + "'findings':[{'quote':'完成预算的90%','kind':'completion-rate'}]}";

  private static final String OUT =
      "{'region':{'path':['示例省']},'year':2024,'category':'部门决算','agency':'甲局','title':'甲局2024年度部门决算',"
          + "'sections':[{'title':'概况','level':1,'text':'职责如下','topic':'部门概况'},"
          + "{'title':'收入支出总体','level':2,'text':'总计为','topic':'收支总体'}],"
          + "'tables':[{'title':'总表','rows':[['合计','1.00','']]}],"
          + "'indicators':[{'level1':'产出','level2':'数量','level3':'次数','target':'≥3','actual':'4'}],"
          + "'figures':[{'name':'收入总计','value':'10000','unit':'元','year':2024}],"
          + "'findings':[{'quote':'，完成预算的90%。'}]}";

  @Test
  void a_record_that_agrees_is_wholly_right() throws JsonProcessingException {
    RecordEvaluation evaluation = RecordEvaluation.evaluate(json(OUT), json(GOLD));
    assertThat(evaluation.wrongFields()).isEmpty();
    assertThat(evaluation.sections())
        .isEqualTo(new OutlineScore(new MatchCounts(2, 2, 2), 2, 2, 2, 2));
    assertThat(evaluation.rows().sampleRows()).isEqualTo(new MatchCounts(1, 1, 1));
    assertThat(evaluation.rows().indicators().f1()).isEqualTo(1);
    assertThat(evaluation.rows().figures().recall()).isEqualTo(1);
    assertThat(evaluation.rows().findings()).isEqualTo(new MatchCounts(1, 1, 1));
  }

  @Test
  void each_fault_lowers_its_own_measure() throws JsonProcessingException {
    JsonNode faulty =
        json(
            OUT.replace("'year':2024,'category'", "'year':2023,'category'")
                .replace("'level':2", "'level':1")
                .replace("'actual':'4'", "'actual':'5'")
                .replace("10000", "10001")
                .replace("'合计','1.00'", "'合计','2.00'"));
    RecordEvaluation evaluation = RecordEvaluation.evaluate(faulty, json(GOLD));
    assertThat(evaluation.wrongFields()).containsExactly("year");
    assertThat(evaluation.sections().rightParentCount()).isEqualTo(1);
    assertThat(evaluation.rows().indicators().hitCount()).isZero();
    assertThat(evaluation.rows().indicatorNames().hitCount()).isEqualTo(1);
    assertThat(evaluation.rows().figures().hitCount()).isZero();
    assertThat(evaluation.rows().sampleRows().hitCount()).isZero();
  }

  @Test
  void alike_means_more_than_five_in_six_characters() {
    assertThat(TextEquivalence.areSimilar("公务用车购置及运行费", "公务用车购置及运行维护费")).isTrue();
    assertThat(TextEquivalence.areSimilar("收入决算表", "支出决算表")).isFalse();
    assertThat(TextEquivalence.areSimilar("", "甲")).isFalse();
  }
}
