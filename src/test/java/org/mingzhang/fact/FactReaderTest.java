package org.mingzhang.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Section;
import org.mingzhang.model.SourceDocument;
import org.mingzhang.model.Stage;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.Topic;
import org.mingzhang.structure.DisclosureReader;
import org.mingzhang.structure.metadata.Sidecar;
import org.mingzhang.web.privacy.DisclosureMasker;
import org.mingzhang.web.privacy.PersonalDataMasker;

/** Facts of whole documents, from their blocks to the merged facts. */
class FactReaderTest {
  private static final String FORM =
      """
      预算单位名称\t样本县总工会
      年度预算申请（万元）\t年初预算数\t110.71\t全年预算数\t87.23\t全年执行数\t85.53\t分值\t10\t执行率\t98.05%\t得分\t9.8
      \t按收入性质分：\t\t\t按支出性质分：
      \t其中：一般公共预算：\t80.53\t\t其中：基本支出：84.38
      \t政府性基金拨款：\t5.00\t\t项目支出：1.15
      绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
      \t产出指标\t数量指标\t慰问职工\t≥100人\t120人\t10\t10\
      """;

  @Test
  void a_fact_of_a_cell_leads_to_its_number_in_the_text() {
    Disclosure read = read(accounts());
    assertThat(read.facts()).isNotEmpty();
    read.facts().forEach(f -> assertPlaces(read, f));
    assertThat(lines(read))
        .contains(
            "本年收入合计 决算 全口径 1234.50 1",
            "财政拨款收入 决算 一般公共预算 1234.50 1",
            "支出总计 决算 全口径 1234.50 1",
            "基本支出 决算 一般公共预算 1000.50 1",
            "一般公共预算财政拨款支出 决算 一般公共预算 1234.50 1");
  }

  @Test
  void masking_leaves_every_place_where_it_was() {
    Disclosure read = read(accounts());
    Disclosure masked = new DisclosureMasker(new PersonalDataMasker(true)).mask(read);
    assertThat(masked.toString()).contains("138****5678");
    masked.facts().forEach(f -> assertPlaces(masked, f));
  }

  @Test
  void the_budget_line_of_a_form_is_read_with_the_parts_that_add_up_to_one_of_its_amounts() {
    Disclosure read = read(form(FORM));
    read.facts().forEach(f -> assertPlaces(read, f));
    assertThat(lines(read))
        .containsExactlyInAnyOrder(
            "预算数 年初预算 全口径 110.71 1",
            "预算数 调整预算 全口径 87.23 1",
            "执行数 执行 全口径 85.53 1",
            "执行数 执行 一般公共预算 80.53 1",
            "执行数 执行 政府性基金 5.00 1",
            "基本支出 执行 全口径 84.38 1",
            "项目支出 执行 全口径 1.15 1");
  }

  /** Numbers with full-width commas, which some forms have. */
  @Test
  void a_full_width_comma_separates_thousands_in_parts_and_whole() {
    String form =
        FORM.replace("85.53", "1，085.53").replace("80.53", "1，080.53").replace("84.38", "1，084.38");
    Disclosure read = read(form(form));
    read.facts().forEach(f -> assertPlaces(read, f));
    assertThat(read.facts().stream().map(f -> f.value().stripTrailingZeros().toPlainString()))
        .contains("10855300", "10805300", "50000", "10843800", "11500");
  }

  /** Neither an empty paragraph nor empty rows at the beginning of a table are in the text. */
  @Test
  void a_fact_of_a_form_below_empty_rows_leads_to_its_number_in_the_text() {
    Section.TablePart form = new Section.TablePart(1, -1, table("\t\n\n" + FORM));
    Section section =
        new Section(
            "1",
            "一、",
            "部门整体支出绩效自评表",
            1,
            Topic.SELF_EVALUATION_TABLE,
            1,
            false,
            false,
            List.of(new Section.Paragraph(1, ""), form));
    Disclosure read =
        new FactReader()
            .withFacts(
                new Disclosure(
                    new SourceDocument("a.docx", "0", "text/plain", 1, 1, null),
                    new DocumentMetadata(null, false, "样本县总工会", null, 2024, null, null, List.of()),
                    List.of(section),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
    assertThat(read.facts()).hasSizeGreaterThan(3);
    read.facts().forEach(f -> assertPlaces(read, f));
  }

  @Test
  void parts_that_add_up_to_none_of_the_amounts_are_of_nothing_known() {
    Disclosure read = read(form(FORM.replace("84.38", "84.39")));
    assertThat(lines(read)).noneMatch(l -> l.startsWith("基本支出")).hasSize(5);
  }

  @Test
  void a_form_of_another_body_is_no_fact_of_the_agency() {
    Disclosure read = read(form(FORM.replace("样本县总工会", "样本县工人文化宫")));
    assertThat(read.facts())
        .isNotEmpty()
        .allMatch(f -> f.context().perimeter() == null)
        .allMatch(f -> "样本县工人文化宫".equals(f.context().entity()));
  }

  private static void assertPlaces(Disclosure read, Fact fact) {
    for (FactLocation place : fact.locations()) {
      Section section =
          read.sections().stream()
              .filter(s -> s.path().equals(place.sectionPath()))
              .findFirst()
              .orElseThrow();
      assertThat(section.text().substring(place.start(), place.end())).isEqualTo(fact.printed());
    }
  }

  @Test
  void the_whole_of_a_departments_form_is_its_budget_line_whatever_its_row_is_called() {
    for (String name : List.of("部门支出总额", "支出合计", "整体支出总额")) {
      String form =
          """
          预算执行情况（万元）\t\t年初预算数\t调整预算数\t决算数\t执行率
          \t%s\t8200.00\t8741.66\t8651.66\t98.97%%
          \t基本支出\t6900.00\t7100.00\t7088.20\t99.83%%
          一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值
          产出指标\t数量指标\t新增学位\t≥600个\t620个\t30\
          """
              .formatted(name);
      assertThat(lines(read(form(form))))
          .as(name)
          .contains("预算数 年初预算 全口径 8200.00 1", "执行数 决算 全口径 8651.66 1");
    }
  }

  @Test
  void rows_below_the_total_are_read_in_all_columns_by_fund_and_by_kind_of_expenditure() {
    String byBoth =
        """
        年度预算（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
        \t年度资金总额\t318.60\t462.30\t448.14\t10\t96.94%\t9.69
        \t按收入性质分：\t\t\t\t\t\t
        \t其中：一般公共预算\t294.60\t431.80\t420.64\t\t\t
        \t其他资金\t24.00\t30.50\t27.50\t\t\t
        \t按支出性质分：\t\t\t\t\t\t
        \t其中：基本支出\t254.30\t271.00\t264.38\t\t\t
        \t项目支出\t64.30\t191.30\t183.76\t\t\t
        一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\t原因
        产出指标\t数量指标\t培训人数\t≥600人\t620人\t30\t30\t\
        """;
    assertThat(lines(read(form(byBoth))))
        .containsExactlyInAnyOrder(
            "预算数 年初预算 全口径 318.60 1",
            "预算数 调整预算 全口径 462.30 1",
            "执行数 执行 全口径 448.14 1",
            "预算数 年初预算 一般公共预算 294.60 1",
            "预算数 调整预算 一般公共预算 431.80 1",
            "执行数 执行 一般公共预算 420.64 1",
            "基本支出 年初预算 全口径 254.30 1",
            "基本支出 调整预算 全口径 271.00 1",
            "基本支出 执行 全口径 264.38 1",
            "项目支出 年初预算 全口径 64.30 1",
            "项目支出 调整预算 全口径 191.30 1",
            "项目支出 执行 全口径 183.76 1");
    assertThat(lines(read(form(byBoth.replace("\t按支出性质分：\t\t\t\t\t\t\n", "")))))
        .as("parts of the fund above them")
        .noneMatch(l -> l.startsWith("基本支出 调整预算"));
  }

  @Test
  void rows_below_the_total_of_a_budget_line_are_its_funds() {
    String budgetLine =
        """
        资金来源（万元）\t年初预算数\t全年（调整）预算数\t全年执行数\t执行率（%）
        合计\t2863.40\t3127.60\t2981.50\t95.33
        其中：一般公共预算\t2415.20\t2679.40\t2562.84\t95.65
        单位资金\t448.20\t448.20\t418.66\t93.41\
        """;
    assertThat(lines(read(form(budgetLine))))
        .containsExactlyInAnyOrder(
            "预算数 年初预算 全口径 2863.40 1",
            "预算数 调整预算 全口径 3127.60 1",
            "执行数 执行 全口径 2981.50 1",
            "预算数 年初预算 一般公共预算 2415.20 1",
            "预算数 调整预算 一般公共预算 2679.40 1",
            "执行数 执行 一般公共预算 2562.84 1",
            "预算数 年初预算 单位资金 448.20 1",
            "预算数 调整预算 单位资金 448.20 1",
            "执行数 执行 单位资金 418.66 1");
  }

  @Test
  void basic_expenditure_below_all_expenditure_is_of_all_funds() {
    List<Block> blocks =
        List.of(
            line("样本县总工会2022年度部门决算"),
            line("第三部分 2022年度部门决算情况说明"),
            line("二、支出决算情况说明"),
            line("2022年度支出合计1669.87万元。"),
            line("（一）基本支出情况"),
            line("2022年度基本支出1162.01万元。其中：人员经费支出1090.31万元，占基本支出的93.83%。"));
    assertThat(lines(read(blocks))).contains("人员经费 决算 全口径 1090.31 1");
  }

  @Test
  void own_money_behind_an_appropriation_is_of_its_own_fund() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(line("样本县总工会2022年度部门决算"));
    blocks.add(line("第一部分 2022年度部门决算情况说明"));
    blocks.add(line("一、收入支出总体情况"));
    blocks.add(line("收入中财政拨款1,350.20万元，单位资金32.46万元，年初结转20.00万元。"));
    assertThat(lines(read(blocks))).contains("财政拨款收入 决算 财政拨款 1,350.20 1", "单位资金收入 决算 单位资金 32.46 1");
  }

  @Test
  void an_amount_of_the_own_office_is_an_item_beside_that_of_the_department() {
    String both = "2025年支出预算13725.00万元，其中：基本支出3317.00万元。其中局本级基本支出1386.00万元。";
    String alone = "2025年局本级基本支出1386.00万元。";
    assertThat(itemOf(both, "1386.00")).isEqualTo("本级");
    assertThat(itemOf(alone, "1386.00")).isNull();
  }

  private static @Nullable String itemOf(String sentence, String printed) {
    List<Block> blocks =
        List.of(line("样本县农业农村局2025年部门预算"), line("二、关于2025年支出预算情况的说明"), line(sentence));
    return read(blocks).facts().stream()
        .filter(f -> f.printed().equals(printed))
        .findFirst()
        .orElseThrow()
        .context()
        .item();
  }

  @Test
  void a_table_of_the_whole_city_and_a_sentence_without_perimeter_state_one_fact() {
    Disclosure read =
        read(
            List.of(
                line("关于样本市2024年财政决算的报告"),
                line("一、一般公共预算"),
                line("全市一般公共预算支出完成18000万元。"),
                line("教育支出8910万元，农林水支出4400万元。"),
                line("二、附表"),
                line("2024年全市一般公共预算支出决算表"),
                line("单位：万元"),
                table(
                    """
                    项目\t调整预算数\t决算数
                    教育支出\t9000\t8910
                    农林水支出\t4671\t4330
                    一般公共预算支出合计\t18671\t18000\
                    """)));
    assertThat(perimeters(read, "教育支出")).containsExactly("8910 全域 2");
    assertThat(perimeters(read, "农林水支出")).containsExactly("4330 全域 1 !", "4400 全域 1 !");
  }

  @Test
  void an_item_without_its_levels_is_the_only_row_of_its_name() {
    Disclosure read =
        read(
            List.of(
                line("样本县档案馆2024年度部门决算"),
                line("一、一般公共预算财政拨款支出决算表"),
                line("单位：万元"),
                table(
                    """
                    科目编码\t科目名称\t本年支出\t基本支出\t项目支出
                    \t合计\t260.00\t160.00\t100.00
                    201\t一般公共服务支出\t260.00\t160.00\t100.00
                    20126\t档案事务\t180.00\t80.00\t100.00
                    2012601\t行政运行\t80.00\t80.00\t
                    2012604\t档案馆\t100.00\t\t100.00
                    20103\t政府办公厅（室）及相关机构事务\t80.00\t80.00\t
                    2010301\t行政运行\t80.00\t80.00\t\
                    """),
                line("二、一般公共预算财政拨款支出决算情况说明"),
                line("各项级科目执行情况为：行政运行（项）决算83.00万元；档案馆（项）决算109.00万元。")));
    assertThat(read.facts())
        .filteredOn(f -> f.printed().equals("109.00"))
        .extracting(f -> f.context().code())
        .containsOnly("2012604");
    assertThat(read.facts())
        .filteredOn(f -> f.printed().equals("83.00"))
        .extracting(f -> f.context().code())
        .containsOnlyNulls();
  }

  @Test
  void items_have_the_fund_that_the_sentence_before_them_names_and_what_follows_them_has_not() {
    Disclosure read =
        read(
            List.of(
                line("样本区文物局2025年部门预算"),
                line("三、支出预算情况说明"),
                line("2025年支出预算653.40万元。"),
                line("一般公共预算财政拨款支出按功能分类的明细为："),
                line("1.文化旅游体育与传媒支出（类）文物（款）行政运行（项）103.60万元，主要用于人员工资。"),
                line("2.文化旅游体育与传媒支出（类）文物（款）博物馆（项）119.50万元，主要用于免费开放。"),
                line("3.住房保障支出（类）住房改革支出（款）购房补贴（项）10.30万元，主要用于住房补贴。"),
                line("项目支出预算385.60万元，主要用于文物修缮。")));
    assertThat(read.facts())
        .filteredOn(f -> f.context().item() != null)
        .hasSize(3)
        .allMatch(f -> f.context().fund() == Fund.GENERAL_BUDGET);
    assertThat(read.facts())
        .filteredOn(f -> f.printed().equals("385.60"))
        .allMatch(f -> f.context().fund() == Fund.ALL);
  }

  /** The results for an item: printed number, perimeter, number of places, "!" if disputed. */
  private static List<String> perimeters(Disclosure read, String item) {
    return read.facts().stream()
        .filter(f -> item.equals(f.context().item()) && f.context().stage() == Stage.RESULT)
        .map(
            f ->
                f.printed()
                    + " "
                    + (f.context().perimeter() == null ? "-" : f.context().perimeter().label())
                    + " "
                    + f.locations().size()
                    + (f.disputed() ? " !" : ""))
        .sorted()
        .toList();
  }

  private static List<String> lines(Disclosure read) {
    return read.facts().stream()
        .filter(f -> f.context().item() == null && f.context().stage() != null)
        .map(
            f ->
                f.account()
                    + " "
                    + (f.context().stage() == null ? "-" : f.context().stage().label())
                    + " "
                    + (f.context().fund() == null ? "-" : f.context().fund().label())
                    + " "
                    + f.printed()
                    + " "
                    + f.locations().size())
        .toList();
  }

  private static Disclosure read(List<Block> blocks) {
    Disclosure plain =
        new DisclosureReader()
            .read(
                new Extraction(
                    new SourceDocument("a.docx", "0", "text/plain", 1, 1, null),
                    blocks,
                    java.util.Map.of(),
                    List.of()),
                Sidecar.none());
    return new FactReader().withFacts(plain);
  }

  private static List<Block> accounts() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(line("样本县总工会2024年度部门决算"));
    blocks.add(line("第一部分 样本县总工会概况"));
    blocks.add(line("一、主要职能"));
    blocks.add(line("维护职工权益。联系电话13812345678。"));
    blocks.add(line("第二部分 2024年度部门决算表"));
    blocks.add(line("一、收入支出决算总表"));
    blocks.add(line("联系人电话：13812345678"));
    blocks.add(line("部门：样本县总工会 单位：万元"));
    blocks.add(
        table(
            """
            收入项目\t决算数\t支出项目\t决算数
            一、一般公共预算财政拨款收入\t1234.50\t一、一般公共服务支出\t1234.50
            本年收入合计\t1234.50\t本年支出合计\t1234.50
            总计\t1234.50\t总计\t1234.50\
            """));
    blocks.add(line("二、一般公共预算财政拨款支出决算表"));
    blocks.add(line("部门：样本县总工会 单位：万元"));
    blocks.add(
        table(
            """
            科目编码\t科目名称\t合计\t基本支出\t项目支出
            \t合计\t1234.50\t1000.50\t234.00
            201\t一般公共服务支出\t1234.50\t1000.50\t234.00\
            """));
    return blocks;
  }

  private static List<Block> form(String form) {
    return List.of(
        line("样本县总工会2024年度部门整体支出绩效自评报告"),
        line("一、基本情况"),
        line("样本县总工会是群团组织。"),
        line("二、2024年度部门整体支出绩效自评表"),
        table(form));
  }

  private static TextBlock line(String text) {
    return TextBlock.paragraph(1, text);
  }

  private static TableBlock table(String tsv) {
    List<List<String>> rows =
        tsv.lines().map(l -> Arrays.asList(l.split("\t", -1))).map(List::copyOf).toList();
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    List<TableBlock.Cell> cells = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < rows.get(r).size(); c++) {
        cells.add(new TableBlock.Cell(r, c, 1, 1, rows.get(r).get(c)));
      }
    }
    return new TableBlock(1, rows.size(), columns, cells);
  }
}
