package org.mingzhang.fact.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;

/**
 * Figures of sentences that an earlier reader of figures and the facts read differently, decided by
 * hand. The format is described in {@code sentences.txt}.
 */
class FigureDeriverTest {
  private static final String AGENCY = "示例省样本市测试区档案局";

  /** A sentence of the file with its figures, and with figures that are known to be missed. */
  record Case(
      Category category,
      Topic topic,
      String title,
      String sentence,
      List<String> given,
      List<String> missed) {}

  @TestFactory
  Stream<DynamicTest> sentences_give_what_was_decided() throws IOException {
    List<Case> cases = cases();
    assertThat(cases).hasSizeGreaterThan(150);
    return cases.stream().map(c -> DynamicTest.dynamicTest(c.sentence(), () -> check(c)));
  }

  private static void check(Case sentence) {
    List<String> lines = lines(sentence);
    assertThat(lines).containsExactlyElementsOf(sentence.given());
    assertThat(lines)
        .noneMatch(
            line -> sentence.missed().stream().anyMatch(m -> (line + " ").startsWith(m + " ")));
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(FigureDeriverTest.class.getResourceAsStream("sentences.txt"))) {
      String[] head = {};
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("## ")) {
          head = line.substring(3).split(" \\| ", -1);
        } else if (line.startsWith("= ") || line.startsWith("x ")) {
          cases.getLast().given().add(line.substring(2));
        } else if (line.startsWith("! ")) {
          cases.getLast().missed().add(line.substring(2));
        } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("- ")) {
          cases.add(
              new Case(
                  Category.valueOf(head[0]),
                  Topic.valueOf(head[1]),
                  head[2],
                  line.replace("\\n", "\n"),
                  new ArrayList<>(),
                  new ArrayList<>()));
        }
      }
    }
    return cases;
  }

  static List<String> lines(Case sentence) {
    Section section = section(sentence.topic(), sentence.title(), false, sentence.sentence());
    return new Figures()
        .read(List.of(section), List.of(), metadata(sentence.category())).stream()
            .map(FigureDeriverTest::line)
            .toList();
  }

  private static Section section(Topic topic, String title, boolean item, String... paragraphs) {
    List<Section.Part> body =
        Arrays.stream(paragraphs).<Section.Part>map(p -> new Section.Paragraph(1, p)).toList();
    return new Section("3.1", "一、", title, 2, topic, 1, item, item, body);
  }

  private static DocumentMetadata metadata(Category category) {
    return new DocumentMetadata(null, false, AGENCY, null, 2024, category, null, List.of());
  }

  private static String line(Figure figure) {
    return Figures.describe(figure) + " " + figure.year();
  }

  private static List<Figure> read(Topic topic, String title, boolean item, String... paragraphs) {
    return new Figures()
        .read(
            List.of(section(topic, title, item, paragraphs)),
            List.of(),
            metadata(Category.DEPARTMENT_FINAL_ACCOUNTS));
  }

  @Test
  void an_item_heading_names_the_amounts_below_it() {
    String title = "住房保障支出（类）住房改革支出（款）提租补贴（项）";
    assertThat(read(Topic.GENERAL_PUBLIC_BUDGET, title, true, "。年初预算为4.88 万元，支出决算为4.8万元。"))
        .extracting(FigureDeriverTest::line)
        .containsExactly(
            "住房保障支出/住房改革支出/提租补贴 年初预算 4.88万元 2024", "住房保障支出/住房改革支出/提租补贴 支出决算 4.8万元 2024");
  }

  @Test
  void the_quote_is_the_part_of_the_sentence_in_the_document_s_own_words() {
    assertThat(read(Topic.INCOME, "收入", false, "其他。本年收入合计 8 万\n元，其他；又。"))
        .extracting(Figure::quote)
        .containsExactly("本年收入合计 8 万\n元，其他；");
  }

  @Test
  void the_quote_of_an_amount_that_its_title_runs_into_says_of_what_it_is() {
    String title = "“一般公共服务支出（类）档案事务（款）行政运行（项）”";
    assertThat(read(Topic.GENERAL_PUBLIC_BUDGET, title, true, "38.90万元，主要用于人员。", "年初预算为2.00万元。"))
        .extracting(Figure::quote)
        .containsExactly(title + "38.90万元，主要用于人员。", "年初预算为2.00万元。");
  }

  @Test
  void a_report_on_one_project_names_it_in_its_title() {
    DocumentMetadata metadata =
        new DocumentMetadata(
            "2024年度老旧小区改造专项资金绩效评价报告",
            false,
            null,
            null,
            2024,
            Category.PROJECT_SELF_EVALUATION,
            null,
            List.of());
    Section section =
        section(Topic.PERFORMANCE, "项目资金情况", false, "项目预算安排资金60万元，其中：中央财政资金30万元。实际支出54万元。");
    assertThat(new Figures().read(List.of(section), List.of(), metadata))
        .extracting(FigureDeriverTest::line)
        .containsExactly(
            "老旧小区改造专项资金 项目预算数 60万元 2024",
            "老旧小区改造专项资金/中央财政资金 项目预算数 30万元 2024",
            "老旧小区改造专项资金 项目执行数 54万元 2024");
  }
}
