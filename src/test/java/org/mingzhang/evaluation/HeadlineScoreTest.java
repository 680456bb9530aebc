package org.mingzhang.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineScoreTest {
  private static final String FACTS =
      """
      {"facts": [
        {"account": "基本支出", "stage": "决算", "fund": "全口径", "year": 2024, "kind": "amount", "yuan": "1000000", "disputed": false},
        {"account": "基本支出", "stage": "决算", "fund": "一般公共预算", "year": 2024, "kind": "amount", "yuan": "900000", "disputed": false},
        {"account": "基本支出", "item": "行政运行", "stage": "决算", "fund": "全口径", "year": 2024, "kind": "amount", "yuan": "5", "disputed": false},
        {"account": "收入总计", "stage": "决算", "fund": "全口径", "year": 2024, "kind": "amount", "yuan": "3951400", "disputed": true},
        {"account": "收入总计", "stage": "决算", "fund": "全口径", "year": 2024, "kind": "amount", "yuan": "1975700", "disputed": true},
        {"account": "三公经费", "stage": "年初预算", "fund": "财政拨款", "year": 2024, "kind": "amount", "yuan": "9500", "disputed": false},
        {"account": "三公经费", "fund": "财政拨款", "year": 2024, "kind": "change", "yuan": "-4100", "disputed": false}
      ]}\
      """;

  /** Rows of the table for one account, and the expected counts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "基本支出 决算 2024 全口径 1000030 | 1 0 0 0",
        "基本支出 决算 2024 全口径 900000 | 0 1 0 0",
        "基本支出 决算 2024 一般公共预算 900000 | 1 0 0 0",
        "基本支出 决算 2024 政府性基金 900000 | 0 0 1 0",
        "基本支出 决算 2023 全口径 1000000 | 0 0 1 0",
        "收入总计 决算 2024 全口径 3951400;收入总计 决算 2024 全口径 1975700 | 1 0 0 1",
        "收入总计 决算 2024 全口径 3951400 | 1 0 0 1",
        "“三公”经费支出 预算 2024 一般公共预算 9500 | 1 0 0 0",
        "“三公”经费 预算 2024 一般公共预算 9500 | 1 0 0 0",
        "三公经费 增减 2024 财政拨款 -4100 | 1 0 0 0",
        "三公经费 增减 2024 财政拨款 4100 | 0 0 1 0",
        "得分 决算 2024 全口径 98.7 | 0 0 0 0"
      })
  void countsWhatWasWrittenDown(String rows, String counts) throws JsonProcessingException {
    JsonNode record = new ObjectMapper().readTree(FACTS);
    List<HeadlineScore.HeadlineRow> wanted =
        Arrays.stream(rows.split(";", -1))
            .map(r -> new HeadlineScore.HeadlineRow(List.of(r.split(" ", -1))))
            .toList();
    HeadlineScore score = HeadlineScore.evaluate(record, wanted);
    int[] n = Arrays.stream(counts.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    assertThat(score).isEqualTo(new HeadlineScore(n[0], n[1], n[2], n[3]));
  }
}
