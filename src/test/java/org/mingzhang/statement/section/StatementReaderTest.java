package org.mingzhang.statement.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Stage;
import org.mingzhang.model.Topic;
import org.mingzhang.statement.DocumentStatements;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Statement.Direction;
import org.mingzhang.statement.Statement.ItemList;
import org.mingzhang.statement.Statement.Part;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.SectionText;
import org.mingzhang.text.CpuTimeBudget;

/**
 * Statements of single sentences: nested lists, changes with their bases, numbers that are no
 * amounts.
 */
class StatementReaderTest {

  @TestFactory
  Stream<DynamicTest> lists_are_trees_and_state_whether_they_are_complete() {
    return Stream.of(
            new ListCase("支出合计100万元，其中：基本支出60万元，项目支出40万元。", "100[60, 40] CLOSED"),
            new ListCase(
                "支出合计100万元，其中：基本支出60万元（其中：人员经费50万元，公用经费10万元），项目支出40万元。",
                "60[50, 10] CLOSED; 100[60[50, 10], 40] CLOSED"),
            new ListCase("支出合计100万元，包括基本支出60万元、项目支出40万元。", "100[60, 40] CLOSED"),
            new ListCase(
                "支出合计100万元，其中：基本支出60万元，其中人员经费50万元，公用经费10万元；项目支出40万元。",
                "60[50, 10] CLOSED; 100[60[50, 10], 40] CLOSED"),
            new ListCase("支出合计100万元。\n（一）基本支出60万元。\n（二）项目支出40万元。", "100[60, 40] CLOSED"),
            new ListCase("培训费62万元，系年中追加。（二）会议费15万元。（三）差旅费5万元。", "[15, 5] CLOSED"),
            new ListCase("培训费62万元，为上级补助。2．会议费15万元。3．差旅费5万元。", "[15, 5] CLOSED"),
            new ListCase("培训费62万元。（3）会议费15万元。（4）差旅费5万元。", "[15, 5] CLOSED"),
            new ListCase(
                "政府采购支出总额90万元，其中：货物支出50万元、工程支出万元、服务支出40万元。", "90[50, 40] PART_WITHOUT_AMOUNT"),
            new ListCase(
                "本年收入合计100万元，其中：财政拨款收入60万元，经营收入\n其他收入10万元。", "100[60, 10] PART_WITHOUT_AMOUNT"),
            new ListCase("支出合计100万元，其中：办公费20万元、差旅费10万元等。", "100[20, 10] OPEN"))
        .map(
            t ->
                DynamicTest.dynamicTest(
                    t.text().replace("\n", ""),
                    () -> assertThat(formatLists(t.text())).isEqualTo(t.expected())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "样本县水利局机关及参照公务员法管理单位2023年度机关运行经费支出40.26万元。",
        "样本县水利局机关及所属参公单位机关运行经费支出40.26万元。",
        "样本县水利局机关和参公管理事业单位2023年机关运行经费40.26万元。"
      })
  void an_office_with_the_bodies_below_it_is_the_whole_department(String text) {
    assertThat(read(text))
        .first()
        .isInstanceOfSatisfying(
            Statement.Amount.class,
            a ->
                assertThat(a.operand().subject().uniqueValue())
                    .hasValueSatisfying(
                        s -> {
                          assertThat(s.account()).isEqualTo("机关运行经费");
                          assertThat(s.perimeter()).isNull();
                          assertThat(s.entity()).isNull();
                        }));
  }

  private record ListCase(String text, String expected) {}

  private static String formatLists(String text) {
    return String.join(
        "; ",
        read(text).stream()
            .filter(ItemList.class::isInstance)
            .map(ItemList.class::cast)
            .map(
                l ->
                    Optional.ofNullable(l.whole()).map(StatementReaderTest::formatAmount).orElse("")
                        + formatParts(l.parts())
                        + " "
                        + l.closure())
            .toList());
  }

  private static String formatParts(List<Part> parts) {
    return parts.stream()
        .map(p -> formatAmount(p.statement()) + (p.parts().isEmpty() ? "" : formatParts(p.parts())))
        .toList()
        .toString();
  }

  private static String formatAmount(Statement statement) {
    return statement instanceof Statement.Amount amount
        ? printedDigits(amount.operand().quantity())
        : "?";
  }

  @Test
  void a_change_has_both_its_sides_and_its_direction() {
    Statement.Change change =
        readSingle("公务接待费支出决算为3.20万元，比上年的4.00万元减少0.80万元，下降20%。", Statement.Change.class);
    assertThat(change.direction()).isEqualTo(Direction.DECREASE);
    assertThat(printedDigits(change.operand().quantity())).isEqualTo("3.20");
    assertThat(printedDigits(change.base().quantity())).isEqualTo("4.00");
    assertThat(printedDigits(change.amount())).isEqualTo("0.80");
    assertThat(printedDigits(change.rate())).isEqualTo("20");
    assertThat(change.base().stageAndTime().uniqueValue())
        .contains(new StageAndTime(Stage.RESULT, 2022, null, null));
  }

  /** Bases of changes, with and without a printed amount. */
  @TestFactory
  Stream<DynamicTest> the_base_of_a_change_is_an_amount_of_the_year_before() {
    return Stream.of(
            new ComparisonCase("支出总计4,375.62万元，同比上年的4,018.20万元增加357.42万元。", "4,018.20", "357.42"),
            new ComparisonCase("支出总计4,375.62万元，同比上年决算4,018.20万元增加357.42万元。", "4,018.20", "357.42"),
            new ComparisonCase("三公经费31.8万元，与2022年决算数35.3万元比减少3.5万元。", "35.3", "3.5"),
            new ComparisonCase("三公经费31.8万元，与上年的35.3万元相比减少3.5万元。", "35.3", "3.5"),
            new ComparisonCase("三公经费31.8万元，比上年35.3万元减少3.5万元。", "35.3", "3.5"),
            new ComparisonCase("三公经费31.8万元，同比减少3.5万元。", "", "3.5"),
            new ComparisonCase("三公经费31.8万元，同比上年减少3.5万元。", "", "3.5"),
            new ComparisonCase("三公经费31.8万元，较上年压降3.5万元。", "", "3.5"))
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.text(),
                    () -> {
                      Statement.Change change = readSingle(c.text(), Statement.Change.class);
                      assertThat(printedDigits(change.amount())).isEqualTo(c.difference());
                      Quantity against = change.base().quantity();
                      assertThat(against == null ? "" : against.printed())
                          .isEqualTo(c.baseAmount());
                      assertThat(change.base().stageAndTime().uniqueValue().orElseThrow().year())
                          .isEqualTo(2022);
                      assertThat(change.operand().stageAndTime().uniqueValue().orElseThrow().year())
                          .isEqualTo(2023);
                    }));
  }

  private record ComparisonCase(String text, String baseAmount, String difference) {}

  /** The name of the agency before an account, in short or in full, is not part of the account. */
  @TestFactory
  Stream<DynamicTest> the_expenditure_of_a_body_may_have_the_name_of_the_body_before_it() {
    return Stream.of(
            "水利局部门整体支出预算批复1,652.80万元。",
            "样本县水利局部门整体支出1,652.80万元。",
            "县水利局整体支出1,652.80万元。",
            "本单位部门整体支出1,652.80万元。",
            "部门整体支出1,652.80万元。")
        .map(
            text ->
                DynamicTest.dynamicTest(
                    text,
                    () ->
                        assertThat(
                                readSingle(text, Statement.Amount.class)
                                    .operand()
                                    .subject()
                                    .uniqueValue())
                            .map(Subject::account)
                            .contains("部门整体支出")));
  }

  @Test
  void words_of_two_directions_are_two_changes() {
    List<Statement> changes =
        read("机关运行经费42.16万元，较上年减少6.02万元，增长12.49%。").stream()
            .filter(Statement.Change.class::isInstance)
            .toList();
    assertThat(changes)
        .extracting(s -> ((Statement.Change) s).direction())
        .containsExactly(Direction.DECREASE, Direction.INCREASE);
  }

  @Test
  void a_completion_rate_has_the_budget_to_which_it_refers() {
    Statement.Completion completion =
        readSingle("培训费年初预算为5.00万元，支出决算为4.00万元，完成年初预算的80%。", Statement.Completion.class);
    assertThat(printedDigits(completion.operand().quantity())).isEqualTo("4.00");
    assertThat(printedDigits(completion.base().quantity())).isEqualTo("5.00");
  }

  @Test
  void a_budget_printed_beside_its_rate_is_of_the_part_even_where_the_whole_has_the_same_rate() {
    String whole = "一般公共预算财政拨款支出年初预算为996.10万元，支出决算为810.56万元，为年初预算的81.4%。";
    String part = "1.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）支出决算为23.15万元，完成年初预算28.47万元的81.3%。";
    assertThat(read(whole + part))
        .filteredOn(Statement.Completion.class::isInstance)
        .extracting(s -> printedDigits(((Statement.Completion) s).operand().quantity()))
        .containsExactly("810.56", "23.15");
  }

  @Test
  void a_share_names_its_whole() {
    Statement.Share share = readSingle("基本支出60万元，占本年支出合计的60%。", Statement.Share.class);
    assertThat(share.whole().subject().uniqueValue().map(Subject::account)).contains("本年支出合计");
    assertThat(printedDigits(share.part().quantity())).isEqualTo("60");
  }

  @Test
  void a_rate_of_several_years_is_no_change_of_the_year() {
    assertThat(read("财政总收入从2015年的100万元上升到2020年的200万元，年均增长14.9%。"))
        .noneMatch(Statement.Change.class::isInstance);
  }

  @Test
  void a_clause_keeps_its_own_subject() {
    Statement.Share share = readSingle("一般公共预算收入10亿元；税收收入占一般公共预算收入的71.1%。", Statement.Share.class);
    assertThat(share.part().subject().uniqueValue().map(Subject::account)).contains("税收收入");
  }

  @Test
  void a_quantity_gives_the_value_of_one_unit_of_its_last_digit() {
    Statement.Amount amount = readSingle("基本支出12.345万元。", Statement.Amount.class);
    Quantity quantity = Objects.requireNonNull(amount.operand().quantity());
    assertThat(quantity.unitInLastPlace()).isEqualByComparingTo("10");
    assertThat(quantity.value()).isEqualByComparingTo("123450");
  }

  @Test
  void reading_time_does_not_grow_faster_than_the_length_of_a_text() {
    String sentence = "其中：基本支出60万元（其中：人员经费50万元，公用经费10万元），占本年支出的60%，比上年增加2万元；";
    StatementReader reader = new StatementReader();
    reader.read(disclosure(sentence.repeat(200)));
    long once = measureCpuNanos(reader, sentence.repeat(200));
    long eightfold = measureCpuNanos(reader, sentence.repeat(1600));
    assertThat(eightfold).isLessThan(60 * Math.max(once, 1_000_000));
  }

  @Test
  void a_result_is_marked_as_incomplete_if_the_time_does_not_suffice() {
    Disclosure disclosure = disclosure("基本支出60万元，项目支出40万元。".repeat(100));
    DocumentStatements none =
        new StatementReader().read(disclosure, CpuTimeBudget.of(Duration.ofNanos(-1)));
    assertThat(none.size()).isZero();
    assertThat(none.wholeDocumentRead()).isFalse();
    DocumentStatements all = new StatementReader().read(disclosure, CpuTimeBudget.unlimited());
    assertThat(all.size()).isGreaterThanOrEqualTo(200);
    assertThat(all.wholeDocumentRead()).isTrue();
  }

  @Test
  void a_section_over_the_maximum_length_is_read_in_part_and_marked_as_incomplete() {
    String sentence = "加强队伍建设，提高服务水平，";
    String before = sentence.repeat(SectionText.MAX_LENGTH / sentence.length());
    DocumentStatements read =
        new StatementReader()
            .read(disclosure("基本支出60万元。" + before + "项目支出40万元。"), CpuTimeBudget.unlimited());
    assertThat(read.size()).isOne();
    assertThat(read.wholeDocumentRead()).isFalse();
  }

  private static long measureCpuNanos(StatementReader reader, String text) {
    Disclosure disclosure = disclosure(text);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    assertThat(reader.read(disclosure)).isNotEmpty();
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
  }

  private static String printedDigits(@Nullable Quantity quantity) {
    return Objects.requireNonNull(quantity).printed();
  }

  private static <T extends Statement> T readSingle(String text, Class<T> type) {
    List<T> found = read(text).stream().filter(type::isInstance).map(type::cast).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  @Test
  void amounts_without_a_name_are_those_of_what_is_evaluated() {
    String text = "两项合计预算545.00万元，支出540.06万元。";
    assertThat(accounts("样本县学生营养改善计划2022年度绩效自评报告", "绩效自评情况", text)).containsOnly("项目资金");
    assertThat(accounts("样本县水利局2022年度部门绩效自评报告", "绩效自评情况", text)).containsOnly("部门整体支出");
  }

  @Test
  void amounts_of_a_list_item_that_names_a_project_are_those_of_the_project() {
    String text = "总投资450万元，建设期为2022年至2024年。2023年部门预算安排180万元。";
    assertThat(accounts("样本县水利局2023年部门预算", "高标准田地改造提升项目", text)).containsOnly("项目资金");
    assertThat(accounts("样本县水利局2023年部门预算", "基本建设支出项目", text)).doesNotContain("项目资金");
  }

  private static List<String> accounts(String title, String heading, String text) {
    List<Section.Part> body = List.of(new Section.Paragraph(1, text));
    Section section =
        new Section("1", "", heading, 1, Topic.OTHER, 1, heading.endsWith("项目"), false, body);
    Disclosure disclosure =
        new Disclosure(
            new SourceDocument("sentence.txt", "0", "text/plain", 0, 1, null),
            new DocumentMetadata(title, false, null, null, 2022, null, null, List.of()),
            List.of(section),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new StatementReader()
        .read(disclosure).getFirst().statements().stream()
            .filter(Statement.Amount.class::isInstance)
            .map(s -> ((Statement.Amount) s).operand().subject().uniqueValue().orElseThrow())
            .map(Subject::account)
            .toList();
  }

  private static List<Statement> read(String text) {
    return new StatementReader().read(disclosure(text)).getFirst().statements();
  }

  private static Disclosure disclosure(String text) {
    List<Section.Part> body =
        text.lines().<Section.Part>map(l -> new Section.Paragraph(1, l)).toList();
    return new Disclosure(
        new SourceDocument("sentence.txt", "0", "text/plain", 0, 1, null),
        new DocumentMetadata(
            "样本县水利局2023年度部门决算",
            false,
            "样本县水利局",
            null,
            2023,
            Category.DEPARTMENT_FINAL_ACCOUNTS,
            null,
            List.of()),
        List.of(new Section("1", "", "支出说明", 1, Topic.OTHER, 1, false, false, body)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
