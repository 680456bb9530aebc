package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mingzhang.model.Block;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.model.TextBlock;
import org.mingzhang.model.Topic;
import org.mingzhang.structure.grid.GridDrawing;

/** Tests outlines of invented disclosures with the difficulties of real ones. */
class OutlineBuilderTest {
  private final OutlineBuilder builder = new OutlineBuilder();

  @Test
  void duties_numbered_like_headings_stay_one_text() {
    List<Section> sections =
        builder.build(
            TextBlocks.paragraphs(
                """
                第一部分  部门概况
                一、部门职责
                一、宣传职能：负责宣传工作，是本单位的基本职责。
                二、建设职能：组织群众参加建设。
                三、教育职能：教育群众提高素质。
                二、机构设置
                样本市示例局下设3个科室。
                第二部分  2023年度部门决算情况说明
                一、收入支出决算总体情况说明
                2023年度收入、支出总计10万元。
                """));
    assertThat(Outlines.headings(sections))
        .containsExactly(
            "1 第一部分部门概况", "1.1 一、部门职责", "1.2 二、机构设置", "2 第二部分2023年度部门决算情况说明", "2.1 一、收入支出决算总体情况说明");
    assertThat(Outlines.titled(sections, "部门职责").text()).startsWith("一、宣传职能：").contains("三、教育职能");
  }

  @Test
  void a_section_that_counts_on_below_a_form_is_none_of_its_lines() {
    List<Block> blocks =
        new ArrayList<>(
            TextBlocks.paragraphs(
                    """
                    一、基本情况
                    （一）项目概况
                    项目总投资10万元，由示例局组织实施。
                    二、项目绩效情况
                    （一）项目绩效目标完成情况分析
                    各项指标完成情况如下表所示。
                    项目支出绩效自评表
                    """)
                .blocks());
    blocks.add(GridDrawing.block(1, "一级指标 | 三级指标 | 目标值\n产出指标 | 培训场次 | 5场"));
    blocks.addAll(
        TextBlocks.paragraphs(
                """
                （二）项目绩效目标未完成原因分析
                部分工程因施工条件限制，工期顺延。
                """)
            .blocks());
    assertThat(Outlines.headings(builder.build(TextBlocks.of(blocks))))
        .contains("2.1.1 项目支出绩效自评表", "2.2 （二）项目绩效目标未完成原因分析");
  }

  @Test
  void numbers_of_forms_beside_captions_are_no_headings() {
    List<Section> sections =
        builder.build(
            TextBlocks.paragraphs(
                """
                第二部分 部门报表
                附表1
                收入支出决算总表
                一、一般公共预算财政拨款收入 3.00
                支出决算表
                附表2
                行政运行 3.00
                """));
    assertThat(Outlines.headings(sections))
        .containsExactly("1 第二部分部门报表", "1.1 收入支出决算总表", "1.2 支出决算表");
  }

  @Test
  void an_annex_number_between_a_caption_and_its_table_is_no_heading() {
    for (String number : List.of("附件2-1", "附件1", "附件 3")) {
      List<Section> sections =
          builder.build(
              TextBlocks.paragraphs(
                  """
                  第二部分 部门报表
                  收入支出决算总表
                  %s
                  一、一般公共预算财政拨款收入 3.00
                  支出决算表
                  """
                      .formatted(number)));
      assertThat(Outlines.headings(sections))
          .as(number)
          .containsExactly("1 第二部分部门报表", "1.1 收入支出决算总表", "1.2 支出决算表");
    }
  }

  @Test
  void a_form_number_with_its_unit_is_no_heading() {
    List<Section> sections =
        builder.build(
            TextBlocks.paragraphs(
                """
                第二部分 部门报表
                收入支出决算总表
                附表1 单位：万元
                一、一般公共预算财政拨款收入 3.00
                支出决算表
                附表2　单位：亿元
                行政运行 3.00
                """));
    assertThat(Outlines.headings(sections))
        .containsExactly("1 第二部分部门报表", "1.1 收入支出决算总表", "1.2 支出决算表");
  }

  @Test
  void lost_automatic_numbers_are_restored() {
    List<Section> sections =
        builder.build(
            TextBlocks.paragraphs(
                """
                第三部分 样本市示例局2023年度部门决算情况说明
                一、收入支出决算总体情况说明
                收支总计10万元。
                收入决算情况说明
                收入合计10万元。
                三、支出决算情况说明
                支出合计10万元。
                """));
    assertThat(Outlines.headings(sections))
        .containsExactly(
            "1 第三部分样本市示例局2023年度部门决算情况说明", "1.1 一、收入支出决算总体情况说明", "1.2 收入决算情况说明", "1.3 三、支出决算情况说明");
    assertThat(Outlines.titled(sections, "收入决算情况说明").topic()).isEqualTo(Topic.INCOME);
  }

  @Test
  void budget_subjects_without_their_numbers_are_items_of_the_run() {
    List<Section> sections =
        build(
            """
            （三）一般公共预算财政拨款支出决算具体情况
            年初预算为3万元，支出决算为3万元。其中：
            一般公共服务支出（类）示例事务（款）行政运行（项）。年初预算为1万元。
            一般公共服务支出（类）示例事务（款）事业运行（项）。年初预算为1万元。
            3.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为1万元。
            """);
    assertThat(Outlines.items(sections))
        .containsExactly(
            "1.1 一般公共服务支出（类）示例事务（款）行政运行（项）",
            "1.2 一般公共服务支出（类）示例事务（款）事业运行（项）",
            "1.3 3.住房保障支出（类）住房改革支出（款）住房公积金（项）");
  }

  @Test
  void sentences_that_name_items_of_the_budget_are_no_headings() {
    List<Section> sections =
        build(
            """
            六、重点支出情况
            教育支出（类）69.72万元，其中普通教育（款）小学教育（项）45.20万元、职业教育（款）技校教育（项）24.52万元。
            大厅运行项目列一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）政务公开审批（项），年初预算13.84万元。
            """);
    assertThat(Outlines.headings(sections)).containsExactly("1 六、重点支出情况");
  }

  @Test
  void a_report_pasted_below_a_heading_may_begin_its_own_numbering() {
    List<Section> sections =
        builder.build(
            TextBlocks.paragraphs(
                """
                一、政府决算报告
                主任、各位副主任、各位委员：现在我报告2023年财政决算情况，请予审议。
                一、2023年财政收支决算情况
                （一）一般公共预算
                2023年全县地方收入完成10.2亿元。
                二、财政管理工作情况
                2023年全县加强了财源建设。
                三、下一步工作打算
                继续加强预算管理。
                二、政府决算说明
                1、税收返还和转移支付执行情况说明
                2023年上级补助收入30.1亿元。
                三、政府决算表
                决算表见附件。
                """));
    assertThat(Outlines.headings(sections))
        .containsExactly(
            "1 一、政府决算报告",
            "1.1 一、2023年财政收支决算情况",
            "1.1.1 （一）一般公共预算",
            "1.2 二、财政管理工作情况",
            "1.3 三、下一步工作打算",
            "2 二、政府决算说明",
            "2.1 1、税收返还和转移支付执行情况说明",
            "3 三、政府决算表");
  }

  @Test
  void a_pasted_report_with_numerals_of_its_own_stays_inside() {
    List<Section> sections =
        build(
            """
            第六部分 附件
            一、2023年度示例局整体绩效评价报告
            佐证材料
            （一）基本情况
            1.简要概述重点工作。
            一、2023年工作完成情况
            本年工作完成较好。
            （二）围绕改革，推动工作呈现新亮点
            完成改革任务。
            （三）围绕服务，推动工作取得新成效
            完成服务任务。
            2.简要概述年度绩效目标。
            目标已完成。
            （二）部门自评工作开展情况
            已开展。
            二、2023年度示例局项目绩效评价报告
            无。
            """);
    assertThat(Outlines.headings(sections))
        .containsExactly(
            "1 第六部分附件",
            "1.1 一、2023年度示例局整体绩效评价报告",
            "1.1.1 佐证材料",
            "1.1.1.1 （一）基本情况",
            "1.1.1.1.1.1 一、2023年工作完成情况",
            "1.1.1.1.1.1.1 （二）围绕改革，推动工作呈现新亮点",
            "1.1.1.1.1.1.2 （三）围绕服务，推动工作取得新成效",
            "1.1.1.2 （二）部门自评工作开展情况",
            "1.2 二、2023年度示例局项目绩效评价报告");
  }

  @Test
  void captions_of_a_budget_without_parts_stand_below_its_last_page_title() {
    List<Section> sections =
        build(
            """
            样本市2025年市级部门预算
            示例委员会主要职能
            示例委员会是主管示例工作的部门。
            1、贯彻执行有关方针政策。
            名词解释
            （一）财政拨款收入：是财政部门拨付的资金。
            （二）事业收入：是事业单位取得的收入。
            2025年部门预算编制说明
            2025年收入预算100万元。
            2025年部门财务收支预算总表
            编制部门：示例委员会 单位：元
            2025年部门收入预算总表
            编制部门：示例委员会 单位：元
            其他相关情况说明
            一、2025年“三公”经费预算情况说明
            1万元。
            二、机关运行经费预算
            2万元。
            科技创新专项经费情况说明
            一、项目概述
            促进创新。
            商业发展专项经费情况说明
            一、项目概述
            促进商业。
            """);
    assertThat(Outlines.headings(sections))
        .containsExactly(
            "1 示例委员会主要职能",
            "2 名词解释",
            "3 2025年部门预算编制说明",
            "3.1 2025年部门财务收支预算总表",
            "3.2 2025年部门收入预算总表",
            "4 其他相关情况说明",
            "4.1 一、2025年“三公”经费预算情况说明",
            "4.2 二、机关运行经费预算",
            "4.3 科技创新专项经费情况说明",
            "4.3.1 一、项目概述",
            "4.4 商业发展专项经费情况说明",
            "4.4.1 一、项目概述");
    assertThat(Outlines.titled(sections, "名词解释").text()).startsWith("（一）财政拨款收入：");
  }

  @Test
  void the_only_project_statement_is_a_page_of_its_own() {
    List<Section> sections =
        build(
            """
            其他相关情况说明
            一、政府采购预算情况
            2万元。
            督查工作业务经费项目经费情况说明
            一、项目概述
            推进重点工作。
            """);
    assertThat(Outlines.headings(sections))
        .containsExactly("1 其他相关情况说明", "1.1 一、政府采购预算情况", "2 督查工作业务经费项目经费情况说明", "2.1 一、项目概述");
  }

  @Test
  void a_caption_that_repeats_its_heading_is_text() {
    List<Section> sections =
        build(
            """
            第六部分 附件
            一、2024年度样本市示例局整体绩效评价自评表
            2024年度样本市示例局整体绩效自评表
            单位名称：样本市示例局
            备注：
            1.预算执行情况口径：预算数为调整后总额。
            二、2024年度示例项目绩效评价自评表
            """);
    assertThat(Outlines.headings(sections))
        .containsExactly("1 第六部分附件", "1.1 一、2024年度样本市示例局整体绩效评价自评表", "1.2 二、2024年度示例项目绩效评价自评表");
    assertThat(Outlines.items(sections)).isEmpty();
  }

  @Test
  void a_document_without_headings_is_one_section_under_its_title() {
    List<Section> sections = build("关于示例事项的通知\n请各单位按时报送有关材料。");
    assertThat(Outlines.headings(sections)).containsExactly("1 关于示例事项的通知");
    assertThat(sections.get(0).text()).isEqualTo("请各单位按时报送有关材料。");
  }

  @Test
  void a_preface_is_kept_and_a_cover_is_left_out() {
    String body = "一、收入情况\n收入10万元。\n二、支出情况\n支出10万元。";
    assertThat(Outlines.headings(build("样本市示例局\n2023年度部门决算\n2024年9月\n" + body)))
        .containsExactly("1 一、收入情况", "2 二、支出情况");
    String preface = "根据预算法和有关规定的要求，现将本部门2023年度决算的有关情况向社会公开如下。";
    List<Section> sections = build(preface + "\n" + body);
    assertThat(Outlines.headings(sections)).containsExactly("1 一、收入情况", "2 二、支出情况");
    assertThat(Outlines.items(sections)).containsExactly("0 前言");
    assertThat(sections.get(0).text()).isEqualTo(preface);
  }

  @Test
  void the_repeated_caption_of_a_continued_table_is_dropped() {
    TableBlock first = table(6, "项目", "决算数", "一、收入", "10");
    TableBlock second = table(7, "二、支出", "8", "合计", "2");
    List<Section> sections =
        builder.build(
            TextBlocks.of(
                List.of(
                    TextBlock.paragraph(6, "第二部分 2023年度部门决算表"),
                    TextBlock.paragraph(6, "收入支出决算总表"),
                    TextBlock.paragraph(6, "单位：万元"),
                    first,
                    TextBlock.paragraph(7, "收入支出决算总表"),
                    TextBlock.paragraph(7, "单位：万元"),
                    second,
                    TextBlock.paragraph(8, "收入决算表"),
                    TextBlock.paragraph(8, "单位：万元"),
                    table(8, "项目", "合计", "合计", "10"))));
    assertThat(Outlines.headings(sections))
        .containsExactly("1 第二部分2023年度部门决算表", "1.1 收入支出决算总表", "1.2 收入决算表");
    assertThat(Outlines.titled(sections, "收入支出决算总表").body())
        .extracting(Section.Part::page)
        .containsExactly(6, 6, 7);
  }

  @Test
  void a_sheet_whose_first_row_is_a_caption_is_a_section_that_keeps_the_row() {
    TableBlock sheet =
        new TableBlock(
            1,
            3,
            2,
            List.of(
                new TableBlock.Cell(0, 0, 1, 2, "2023年度收入支出决算总表"),
                new TableBlock.Cell(1, 0, 1, 1, "项目"),
                new TableBlock.Cell(1, 1, 1, 1, "决算数"),
                new TableBlock.Cell(2, 0, 1, 1, "合计"),
                new TableBlock.Cell(2, 1, 1, 1, "10")));
    List<Section> sections = builder.build(TextBlocks.of(List.of(sheet)));
    assertThat(Outlines.headings(sections)).containsExactly("1 2023年度收入支出决算总表");
    assertThat(sections.get(0).body()).hasSize(1);
  }

  @Test
  void headings_that_markdown_declares_are_the_outline() {
    Extraction plain =
        TextBlocks.of(
            List.of(
                declared("示例条例", 1),
                declared("第一章 总则", 2),
                TextBlock.paragraph(1, "第一条 为了规范示例工作，制定本条例。"),
                TextBlock.paragraph(1, "一、本条所称示例工作，是指有关工作。"),
                declared("第二章 附则", 2),
                TextBlock.paragraph(1, "第二条 本条例自公布之日起施行。")));
    assertThat(Outlines.headings(builder.build(plain)))
        .containsExactly("1 示例条例", "1.1 第一章总则", "1.2 第二章附则");
  }

  private List<Section> build(String text) {
    return builder.build(TextBlocks.paragraphs(text));
  }

  private static Block declared(String text, int level) {
    return new TextBlock(1, text, TextBlock.Kind.PARAGRAPH, level, false, null);
  }

  private static TableBlock table(int page, String a, String b, String c, String d) {
    return new TableBlock(
        page,
        2,
        2,
        List.of(
            new TableBlock.Cell(0, 0, 1, 1, a),
            new TableBlock.Cell(0, 1, 1, 1, b),
            new TableBlock.Cell(1, 0, 1, 1, c),
            new TableBlock.Cell(1, 1, 1, 1, d)));
  }
}
