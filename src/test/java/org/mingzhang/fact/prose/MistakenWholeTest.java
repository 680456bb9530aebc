package org.mingzhang.fact.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.fact.FactReader;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Topic;

/**
 * Numbers of a part, of several parts or of a plan, which must not become facts of the whole, since
 * these would contradict each other.
 */
class MistakenWholeTest {
  private static final String ACCOUNT = "样坪县林业局2024年度部门决算";

  /** The facts of a number as account, item, fund, year and stage, "-" for none. */
  private static List<String> namesOf(String heading, String text, String printed) {
    return new FactReader()
            .read(
                new Paragraphs.Example(ACCOUNT, heading, text, List.of(), List.of())
                    .disclosure(text))
            .stream()
            .filter(f -> f.printed().equals(printed) && f.kind() != Fact.Kind.SHARE)
            .map(MistakenWholeTest::describe)
            .distinct()
            .toList();
  }

  private static String describe(Fact fact) {
    FactContext context = fact.context();
    String fund = context.fund() == null ? "-" : context.fund().label();
    return String.join(
        " ",
        fact.account(),
        Objects.requireNonNullElse(context.item(), "-"),
        fund,
        context.year() + Objects.requireNonNull(context.stage()).label());
  }

  @ParameterizedTest
  @CsvSource({
    "教育支出中有32.00万元使用了上年结转资金。",
    "教育支出当中，有32.00万元由上级专项资金安排。",
    "教育支出里面还有32.00万元用于校舍维修。",
    "教育支出中32.00万元来源于上级补助。",
    "项目支出中约32.00万元为新增。"
  })
  void an_amount_within_a_named_one_is_not_the_named_one(String words) {
    assertThat(namesOf("一般公共预算财政拨款支出情况", words, "32.00"))
        .noneMatch(f -> f.contains("教育支出") || f.startsWith("项目支出"));
  }

  @ParameterizedTest
  @CsvSource({
    "不含2家所属事业单位的公用经费16.00万元；",
    "不包括3个代管单位的公用经费16.00万元，",
    "未包含5名挂职人员的费用16.00万元，",
    "不含4所学校的公用经费16.00万元。"
  })
  void a_change_after_an_excluded_amount_is_that_of_the_account(String excluded) {
    String words = "2024年度机关运行经费支出180.00万元，" + excluded + "比上年减少20.00万元，下降10.00%。";
    assertThat(namesOf("机关运行经费", words, "20.00"))
        .singleElement()
        .matches(f -> f.startsWith("机关运行经费 - "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          财政拨款收支情况 | 一般公共预算财政拨款本年收入52.33万元，比上年增加9.24万元；本年支出51.33万元。 | 51.33 | 一般公共预算财政拨款支出 - 一般公共预算 2024决算
          收支情况 | 政府性基金预算财政拨款本年收入14.45万元，比上年减少8.42万元；本年支出13.45万元。 | 13.45 | 政府性基金预算财政拨款支出 - 政府性基金 2024决算
          收支情况 | 国有资本经营预算财政拨款本年收入8.68万元；本年支出8.66万元。 | 8.66 | 国有资本经营预算财政拨款支出 - 国有资本 2024决算
          收支情况 | 本年收入8.68万元，其中财政拨款收入7.00万元；本年支出8.66万元。 | 8.66 | 本年支出合计 - - 2024决算
          基本支出情况 | 基本支出90.00万元，其中：财政拨款基本支出50.00万元，事业收入等其他资金安排的基本支出40.00万元。 | 40.00 | 基本支出 - 单位资金 2024决算
          项目支出情况 | 项目支出90.00万元，其中：其他资金安排的项目支出40.00万元，占44.44%。 | 40.00 | 项目支出 - 单位资金 2024决算
          项目支出情况 | 项目支出90.00万元，其中：经营收入安排的项目支出40.00万元。 | 40.00 | 项目支出 - 单位资金 2024决算
          财政拨款支出情况 | 一般公共预算财政拨款支出90.00万元，包括：教育支出60.00万元、农林水支出30.00万元。 | 60.00 | 一般公共预算财政拨款支出 教育支出 一般公共预算 2024决算
          财政拨款支出情况 | 政府性基金预算财政拨款支出90.00万元，包括：城乡社区支出60.00万元、农林水支出30.00万元。 | 60.00 | 政府性基金预算财政拨款支出 城乡社区支出 政府性基金 2024决算
          """)
  void a_fund_said_once_is_that_of_what_follows(
      String heading, String text, String printed, String fact) {
    assertThat(namesOf(heading, text, printed)).containsExactly(fact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024年列入自评的项目4个，全年预算数合计80.78万元。 | 80.78 | 项目支出
          纳入绩效评价范围的项目4个，全年预算数合计80.78万元。 | 80.78 | 项目支出
          开展自评的项目4个，全年预算数合计80.78万元。 | 80.78 | 项目支出
          森林补偿项目执行50.00万元；防灾减灾项目执行35.00万元。两个项目合计执行85.00万元。 | 85.00 | -
          森林补偿项目执行50.00万元；防灾减灾项目执行35.00万元。上述项目合计支出85.00万元。 | 85.00 | -
          森林补偿项目执行50.00万元；防灾减灾项目执行35.00万元；护林项目执行5.00万元。三个项目共计执行90.00万元。 | 90.00 | -
          预算执行率96.03%，该项分值10分，自评得分9.60分。 | 9.60 | -
          资金管理权重20分，自评得分18.60分。 | 18.60 | -
          满分100分，自评得分96.50分。 | 96.50 | 自评得分
          自评得分最高的项目98.5分，最低的项目90.2分。 | 98.5 | -
          自评得分最高的项目98.5分，最低的项目90.2分。 | 90.2 | -
          9个项目自评得分在90分以上，1个项目（检察监督）自评得分为88.3分。 | 88.3 | -
          该项目综合得分97.6分。 | 97.6 | 自评得分
          """)
  void a_number_of_some_projects_or_of_an_indicator_is_not_that_of_the_whole(
      String text, String printed, String account) {
    assertThat(namesOf("绩效自评情况", text, printed).stream().map(f -> f.split(" ", -1)[0]))
        .containsExactlyElementsOf(account.equals("-") ? List.of() : List.of(account));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          单价20万元以上的设备14台（套）。2025年部门预算安排购置单价20万元以上的设备2台（套）。 | 14 | 单价20万元以上的设备 - - 2024决算
          2025年部门预算安排购置车辆0辆；安排购置单价20万元以上的设备2台（套）。 | 2 | 购置单价20万元以上的设备 - - 2025预算
          未安排购置车辆；安排购置单价20万元以上的设备2台（套）。 | 2 | 购置单价20万元以上的设备 - - 2024决算
          2025年部门预算安排购置车辆3辆，其中：主要领导干部用车1辆、执法执勤用车2辆。 | 2 | 公务用车购置数 执法执勤用车 - 2025预算
          2025年计划报废1辆、购置4辆。 | 4 | 公务用车购置数 - - 2025预算
          公务用车本年报废2辆、新购1辆，年末6辆。 | 1 | 公务用车购置数 - - 2024决算
          公务用车本年报废2辆、新购1辆，年末6辆。 | 6 | -
          部门行政编制26人，实有24人；事业编制61人，实有57人。 | 24 | 实有人员数 行政编制 - 2024决算
          部门行政编制26人，实有24人；事业编制61人，实有57人。 | 57 | 实有人员数 事业编制 - 2024决算
          部门行政编制26人，事业编制61人，实有85人。 | 85 | 实有人员数 - - 2024决算
          核定编制26人，实有24人。 | 24 | 实有人员数 - - 2024决算
          """)
  void what_is_bought_or_of_one_kind_is_not_what_is_held(String text, String printed, String fact) {
    assertThat(namesOf("国有资产占用情况", text, printed))
        .containsExactlyElementsOf(fact.equals("-") ? List.of() : List.of(fact));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          与年初预算数、上年支出数均持平 | 年初预算2024 决算2023
          与上年和年初预算均一致 | 年初预算2024 决算2023
          与预算及2023年度均持平 | 预算2024 决算2023
          与2023年预算数持平 | 预算2023
          """)
  void a_budget_and_the_year_before_are_two_bases(String words, String bases) {
    List<Fact> facts =
        new FactReader()
            .read(
                new Paragraphs.Example(ACCOUNT, "“三公”经费情况", "", List.of(), List.of())
                    .disclosure("公务接待费支出1.00万元，" + words + "。"));
    assertThat(
            facts.stream()
                .filter(f -> f.kind() == Fact.Kind.CHANGE)
                .map(f -> Objects.requireNonNull(f.reference()))
                .map(r -> Objects.requireNonNull(r.stage()).label() + r.year()))
        .containsExactlyInAnyOrder(bases.split(" ", -1));
  }

  @Test
  void items_have_the_fund_of_the_only_total_above_them() {
    List<Fact> facts =
        new FactReader()
            .read(
                document(
                    section("1", "财政拨款支出决算情况说明", false, ""),
                    section("1.1", "具体情况", false, "2024年度一般公共预算财政拨款支出60.00万元。"),
                    section("1.1.1", "教育支出（类）普通教育（款）小学教育（项）", true, "56.00万元。")));
    assertThat(facts.stream().filter(f -> f.printed().equals("56.00")).map(f -> f.account()))
        .containsExactly("一般公共预算财政拨款支出");
  }

  @Test
  void an_item_with_the_label_of_a_project_is_about_that_project() {
    List<Fact> facts =
        new FactReader()
            .read(
                document(
                    section("1", "项目支出情况说明", false, ""),
                    section("1.1", "项目名称：护林业务经费", true, "预算安排规模：77.93万元。")));
    assertThat(facts.stream().map(f -> f.account() + " " + f.context().item()))
        .containsExactly("项目资金 护林业务经费");
  }

  private static Section section(String path, String title, boolean item, String text) {
    return new Section(
        path,
        "",
        title,
        path.split("\\.", -1).length,
        Topic.OTHER,
        1,
        item,
        item,
        text.isEmpty() ? List.of() : List.of(new Section.Paragraph(1, text)));
  }

  private static Disclosure document(Section... sections) {
    return new Disclosure(
        new SourceDocument("paragraph.txt", "0", "text/plain", 0, 1, null),
        new DocumentMetadata(
            ACCOUNT,
            false,
            "样坪县林业局",
            null,
            2024,
            Category.DEPARTMENT_FINAL_ACCOUNTS,
            null,
            List.of()),
        List.of(sections),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          水费3.00万元、电费7.00万元，两项合计10.00万元，比上年减少2.00万元。 | 2.00 | -
          垃圾清运费4.00万元，绿化养护费6.00万元，共计10.00万元，占运行维护费40.00万元的25.00%。 | 10.00 | -
          路灯维修费4.00万元，绿化养护费6.00万元，合计10.00万元，完成年初预算12.50万元的80.00%。 | 12.50 | -
          省级林业专项资金31万元 市级林业专项资金22.5万元以上资金合计53.5万元 | 53.5 | -
          水费3.00万元，电费7.00万元，合计10.00万元。全年支出500.00万元。 | 500.00 | 本年支出合计 - - 2024决算
          “三公”经费中，公务用车运行费3.60万元，公务接待费1.26万元，两项合计4.86万元。 | 4.86 | 三公经费 - 财政拨款 2024决算
          公用经费100.00万元。公用经费中办公费占20.00%，为19.99万元。 | 19.99 | 公用经费 办公费 - 2024决算
          政府采购支出200.00万元，其中政府采购服务支出150.00万元。服务中物业管理费占60.00%，为90.00万元。 | 90.00 | 政府采购服务 物业管理费 全口径 2024决算
          政府采购支出200.00万元，其中货物支出150.00万元。货物中专用设备购置占60.00%，为90.00万元。 | 90.00 | 政府采购货物 专用设备购置 全口径 2024决算
          组织对6个项目开展自评，涉及预算金额545.80万元，其中当年拨款483.30万元、上年结转62.50万元。 | 483.30 | -
          组织对6个项目开展自评，涉及预算金额545.80万元，其中当年拨款483.30万元、上年结转62.50万元。 | 62.50 | -
          年初结转和结余60.00万元，其中财政拨款结转50.00万元。 | 50.00 | 年初结转和结余 - 财政拨款 2024决算
          年末结转和结余40.00万元，其中：政府性基金结转资金5.00万元。 | 5.00 | 年末结转和结余 - 政府性基金 2024决算
          林场改革补助资金下达200.00万元，支出180.00万元。 | 200.00 | 林场改革补助资金 - - 2024预算
          林场改革补助资金下达200.00万元，支出180.00万元。 | 180.00 | 林场改革补助资金 - - 2024决算
          省级下达退耕还林补助资金200.00万元，实际支出180.00万元。 | 200.00 | 退耕还林补助资金 - - 2024预算
          公务用车购置及运行维护费预算30.00万元，中期调整为28.00万元，实际支出25.00万元。 | 28.00 | 公务用车购置及运行费 - 财政拨款 2024调整预算
          公务用车购置及运行维护费预算30.00万元，中期调整为28.00万元，实际支出25.00万元。 | 25.00 | 公务用车购置及运行费 - 财政拨款 2024决算
          项目支出预算300.00万元，追加后项目支出415.00万元。 | 415.00 | 项目支出 - - 2024调整预算
          从行政运行中列支公务接待费3.00万元。 | 3.00 | 公务接待费 - 财政拨款 2024决算
          清淤项目年初预算200万元，其中年中收回50万元，可用150万元，支出120万元。 | 150 | 项目资金 清淤项目 - 2024调整预算
          清淤项目年初预算200万元，其中年中收回50万元，可用150万元，支出120万元。 | 120 | 项目资金 清淤项目 - 2024决算
          1.人大事务（款）行政运行（项）30.00万元。2.文化和旅游（款）群众文化（项）20.00万元。 | 20.00 | 本年支出合计 文化和旅游/群众文化 - 2024决算
          1.人大事务（款）行政运行（项）30.00万元。2.人大会议（项）5.00万元。 | 5.00 | 本年支出合计 人大事务/人大会议 - 2024决算
          1.教育支出（类）普通教育（款）小学教育（项）30.00万元。2.职业教育（款）中等职业教育（项）5.00万元。 | 5.00 | 本年支出合计 教育支出/职业教育/中等职业教育 - 2024决算
          """)
  void a_sum_a_part_and_an_allotment_have_their_own_name(
      String text, String printed, String expected) {
    assertThat(namesOf("其他重要事项情况说明", text, printed))
        .isEqualTo(expected.equals("-") ? List.of() : List.of(expected));
  }
}
