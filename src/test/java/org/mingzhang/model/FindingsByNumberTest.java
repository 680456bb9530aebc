package org.mingzhang.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsByNumberTest {
  private static final String TEXT =
      "收入合计61.20万元。支出合计增加4.10万元，上升8%。人均支出8.00元。机关运行经费1,240.50万元，不含1240.50万元的项目。"
          + "\n日常公用经费\t21.30\t\t9.15\t\t4.40\n差旅费\t3.20\t3.20\t\t1.10\n会议费\t\t0.66";

  private final Map<String, Section> sections = Map.of("2", section("2"), "3", section("3"));

  private static Section section(String path) {
    return new Section(
        path, "", "节", 1, Topic.OTHER, 1, false, false, List.of(new Section.Paragraph(1, TEXT)));
  }

  private static Finding finding(Finding.Severity severity, String quote, String stated) {
    return new Finding(
        "rule",
        Finding.Kind.OTHER,
        severity,
        "2",
        1,
        quote,
        stated,
        "1",
        null,
        null,
        "差",
        "wrong",
        null,
        null);
  }

  /** The anchors of the finding on the number that stands at these words of a section. */
  private List<String> find(List<Finding> findings, String section, String printed, int from) {
    List<String> anchors = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      anchors.add("c-" + i);
    }
    FindingsByNumber byNumber = FindingsByNumber.group(findings, anchors);
    int at = TEXT.indexOf(printed, from);
    FactLocation.@Nullable Cell cell =
        at > TEXT.indexOf('\n') ? new FactLocation.Cell(0, 1, 1) : null;
    Fact fact =
        Fact.amount(
            "账目",
            FactContext.UNKNOWN,
            BigDecimal.ONE,
            printed,
            "万元",
            new FactLocation(section, 1, at, at + printed.length(), printed, cell));
    return byNumber.find(fact, sections::get).map(FindingsByNumber.AnchoredFinding::anchor).stream()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8%|支出合计增加4.10万元，上升8%|8%|true",
        "4.10|支出合计增加4.10万元，上升8%|8%|false",
        "8.00|支出合计增加4.10万元，上升8%|8%|false",
        "61.20|收入合计61.20万元|61.2万元|true",
        "1,240.50|机关运行经费1,240.50万元|1240.50万元|true",
        "1240.50|机关运行经费1,240.50万元|1240.50万元|false",
        "4.40|日常公用经费 21.30 9.15 4.40|4.40万元|true",
        "9.15|日常公用经费 21.30 9.15 4.40|4.40万元|false",
        "0.66|会议费 0.66|0.66万元|true",
        "3.20|差旅费 3.20 3.20 1.10|3.20万元|false",
        "1.10|差旅费 3.20 3.20 1.10|1.1万元|true",
        "1.10|会议费 3.20 3.20 1.10|1.1万元|false",
      })
  void the_number_that_a_finding_quotes_and_states_is_accused(
      String printed, String quote, String stated, boolean accused) {
    Finding proof = finding(Finding.Severity.PROOF, quote, stated);
    assertThat(find(List.of(proof), "2", printed, 0)).hasSize(accused ? 1 : 0);
    assertThat(find(List.of(proof), "3", printed, 0)).isEmpty();
    assertThat(find(List.of(finding(Finding.Severity.WORDING, quote, stated)), "2", printed, 0))
        .isEmpty();
  }

  @Test
  void the_most_certain_of_several_findings_is_told() {
    assertThat(
            find(
                List.of(
                    finding(Finding.Severity.PROBABLE, "上升8%", "8%"),
                    finding(Finding.Severity.PROOF, "支出合计增加4.10万元，上升8%", "8%")),
                "2",
                "8%",
                0))
        .containsExactly("c-1");
  }
}
