package org.mingzhang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.model.Finding;

/**
 * Paragraphs, tables and forms in the wordings of other provinces, written down before the rules
 * were tried on them; half with an inconsistency, half with words that only look like one. The
 * figures of the first run are in docs/ACCURACY.md.
 */
class FreshWordingsTest {
  @TempDir Path folder;

  /**
   * What a text is expected to give.
   *
   * @param verdict {@code right}, {@code wrong} or {@code missed}
   * @param quote for {@code wrong}, words that a finding quotes at either place, or its message
   */
  private record Sample(String verdict, String quote, String title, List<String> lines) {}

  @TestFactory
  Stream<DynamicTest> each_text_gives_the_finding_it_should_and_no_other() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name :
        List.of(
            "first",
            "second",
            "third",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twentyfirst",
            "twentysecond",
            "twentythird",
            "twentyfourth",
            "twentyfifth",
            "twentysixth",
            "averages-and-bases",
            "funds-of-items",
            "bodies-vehicles-and-cases",
            "causes-transfers-and-bases",
            "governments-and-copies",
            "multiples-and-unit-costs",
            "operands-of-others",
            "other-scopes",
            "relations-of-numbers",
            "sums-and-products",
            "forms",
            "points-and-parts",
            "rates-and-their-bases",
            "totals-and-bases",
            "weights-counts-and-limits",
            "weights-loans-and-years",
            "series-bases-and-sources",
            "misprints")) {
      List<Sample> samples = samples(name);
      for (int i = 0; i < samples.size(); i++) {
        Sample sample = samples.get(i);
        String file = name + i;
        tests.add(
            DynamicTest.dynamicTest(
                name + " " + i + " " + sample.verdict() + " " + sample.quote(),
                () -> check(sample, file)));
      }
    }
    return tests.stream();
  }

  @Test
  void a_wrong_balance_is_told_once_and_not_again_of_its_part() throws IOException {
    String words = "收入总计52,400万元，支出总计49,820万元，年终结余2,850万元，其中：结转下年2,410万元。";
    Sample sample =
        new Sample("wrong", "", "白岭县2022年财政决算（草案）的报告", List.of("（一）一般公共预算收支平衡情况", words));
    assertThat(findings(sample, "balance")).hasSize(1);
  }

  @Test
  void a_rate_that_is_right_for_the_corrected_amount_is_no_second_finding() throws IOException {
    List<String> after =
        List.of("二、支出决算情况说明", "2024年度本年支出合计197.57万元，其中：基本支出180.00万元，项目支出17.57万元。年初、年末均无结转和结余。");
    for (String total : List.of("395.14", "197.57")) {
      List<String> lines =
          new ArrayList<>(
              List.of(
                  "一、收入支出决算总体情况说明", "2024年度收入、支出总计均为" + total + "万元，与2023年相比，各减少0.41万元，下降0.21%。"));
      lines.addAll(after);
      assertThat(findings(new Sample("", "", "样坪区总工会2024年度部门决算", lines), "rate"))
          .extracting(Finding::rule)
          .containsExactlyElementsOf(
              total.equals("395.14") ? List.of("carry-over") : List.<String>of());
    }
  }

  @Test
  void a_change_in_the_wrong_direction_is_told_with_the_right_one_and_the_printed_commas()
      throws IOException {
    String words = "2023年度支出合计1,520.00万元，比上年的1,940.40万元增加420.40万元。";
    Sample sample = new Sample("wrong", "", "样坪区水务局2023年度部门决算", List.of("二、支出决算情况说明", words));
    Finding finding = findings(sample, "direction").getFirst();
    assertThat(finding.message()).isEqualTo("按文中的前后两数，减少420.40万元，文中写增加420.40万元。");
    assertThat(finding.formula()).startsWith("1,520.00 − 1,940.40 = -420.40万元");
  }

  @Test
  void the_stated_number_of_which_an_anchor_is_made_has_no_commas() throws IOException {
    String words = "2023年度支出合计1,520.00万元，比上年的3,940.40万元增加2,420.40万元。";
    Sample sample = new Sample("wrong", "", "样坪区水务局2023年度部门决算", List.of("二、支出决算情况说明", words));
    assertThat(findings(sample, "direction").getFirst().stated()).isEqualTo("2420.40万元");
  }

  private void check(Sample sample, String name) throws IOException {
    List<Finding> findings = findings(sample, name);
    switch (sample.verdict()) {
      case "right", "missed" -> assertThat(findings).isEmpty();
      default -> {
        assertThat(findings).isNotEmpty();
        assertThat(findings).noneMatch(f -> f.quote().isBlank());
        assertThat(findings)
            .anyMatch(
                f ->
                    plain(f.quote()).contains(plain(sample.quote()))
                        || plain(sample.quote()).contains(plain(f.quote()))
                        || f.message().contains(sample.quote())
                        || isInOther(f, sample));
      }
    }
  }

  private static boolean isInOther(Finding finding, Sample sample) {
    Finding.QuoteLocation other = finding.other();
    return other != null && plain(other.quote()).contains(plain(sample.quote()));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s,，]", "");
  }

  private List<Finding> findings(Sample sample, String name) throws IOException {
    boolean tables = sample.lines().stream().anyMatch(l -> l.startsWith("|"));
    Path file = folder.resolve(name + (tables ? ".html" : ".txt"));
    Files.writeString(
        file, tables ? page(sample) : sample.title() + "\n" + String.join("\n", sample.lines()));
    return FileFindings.findIn(file).stream()
        .filter(f -> f.kind() != Finding.Kind.MISSING_TABLE)
        .toList();
  }

  private static String page(Sample sample) {
    StringBuilder page = new StringBuilder("<html><body><h1>" + sample.title() + "</h1>");
    boolean open = false;
    for (String line : sample.lines()) {
      boolean row = line.startsWith("|");
      if (open && !row) {
        page.append("</table>");
        open = false;
      }
      if (line.startsWith("#T ")) {
        String[] parts = line.substring(3).split("\\|", -1);
        page.append("<p>").append(parts[0]).append("</p>");
        page.append(parts[1].isEmpty() ? "" : "<p>单位：" + parts[1] + "</p>");
        page.append("<table>");
        open = true;
      } else if (row) {
        String cells = line.substring(1).replace("|", "</td><td>");
        page.append("<tr><td>").append(cells).append("</td></tr>");
      } else {
        page.append("<p>").append(line).append("</p>");
      }
    }
    return page.append(open ? "</table>" : "").append("</body></html>").toString();
  }

  private static List<Sample> samples(String name) throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (InputStream in = FreshWordingsTest.class.getResourceAsStream("fresh/" + name + ".txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String block : all.substring(2).split("\n= ", -1)) {
        List<String> lines = block.strip().lines().toList();
        String[] head = lines.getFirst().split(" ", 2);
        samples.add(
            new Sample(
                head[0],
                head.length < 2 ? "" : head[1],
                lines.get(1),
                lines.subList(2, lines.size())));
      }
    }
    return samples;
  }
}
