package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests parts inside a section, and page menus that look like headings. */
class PartsAndMenusTest {
  private final OutlineBuilder builder = new OutlineBuilder();

  @Test
  void parts_inside_a_section_of_a_run_that_goes_on_stand_below_it() {
    assertThat(
            headings(
                """
                一、部门职责及机构设置情况
                负责有关工作。
                二、机关运行经费安排情况
                安排10万元。
                三、绩效预算信息
                第一部分 部门整体绩效目标
                做好财政工作。
                第二部分 预算项目绩效目标
                项目一。
                四、政府采购预算情况
                无。
                五、名词解释
                略。
                """))
        .containsExactly(
            "1 一、部门职责及机构设置情况",
            "2 二、机关运行经费安排情况",
            "3 三、绩效预算信息",
            "3.1 第一部分部门整体绩效目标",
            "3.2 第二部分预算项目绩效目标",
            "4 四、政府采购预算情况",
            "5 五、名词解释");
  }

  @Test
  void a_report_among_the_annexes_is_one_without_a_label_as_well() {
    assertThat(
            headings(
                """
                第一部分 部门概况
                负责有关工作。
                第二部分 部门决算情况说明
                一、收入支出决算总体情况说明
                总计350万元。
                第三部分 附件
                2022年度样本县总工会整体支出绩效自评报告
                一、部门概况
                （一）部门基本情况
                编制12人。
                二、部门整体支出绩效情况
                绩效良好。
                三、存在的主要问题
                预算编制不细。
                """))
        .containsExactly(
            "1 第一部分部门概况",
            "2 第二部分部门决算情况说明",
            "2.1 一、收入支出决算总体情况说明",
            "3 第三部分附件",
            "3.1 2022年度样本县总工会整体支出绩效自评报告",
            "3.1.1 一、部门概况",
            "3.1.1.1 （一）部门基本情况",
            "3.1.2 二、部门整体支出绩效情况",
            "3.1.3 三、存在的主要问题");
  }

  @Test
  void the_name_of_a_class_heads_a_section_where_a_sentence_stands_below() {
    assertThat(
            headings(
                """
                一、重点支出的安排情况
                （一）教育支出
                2020年全县教育支出完成12345万元，主要用于义务教育。
                （二）卫生健康支出
                2020年全县卫生健康支出完成2345万元，主要用于公共卫生。
                二、上级转移支付情况
                2020年上级转移支付45678万元。
                """))
        .containsExactly("1 一、重点支出的安排情况", "1.1 （一）教育支出", "1.2 （二）卫生健康支出", "2 二、上级转移支付情况");
  }

  @Test
  void a_title_ends_where_a_list_begins_on_its_line() {
    assertThat(
            headings(
                """
                一、基本职能及主要工作 （一）在本行政区域内保证法律的遵守和执行；
                （二）领导本级代表的选举；
                （三）召集本级会议。
                二、部门决算单位构成
                本部门决算单位一个。
                """))
        .containsExactly("1 一、基本职能及主要工作", "2 二、部门决算单位构成");
  }

  @Test
  void bars_of_a_table_of_one_column_are_no_part_of_its_lines() {
    assertThat(headings("一、部门职责 |\n负责有关工作。\n| 二、机构设置 |\n内设机构三个。\n"))
        .containsExactly("1 一、部门职责", "2 二、机构设置");
  }

  @Test
  void the_title_of_the_document_is_no_section_in_traditional_characters_either() {
    assertThat(
            headings(
                """
                樣本縣示例局2021年度部門決算情況說明
                一、部門基本情況
                負責有關工作。
                二、部門決算收支情況
                收入總計100萬元。
                """))
        .containsExactly("1 一、部門基本情況", "2 二、部門決算收支情況");
  }

  @Test
  void basic_facts_below_duties_are_a_section() {
    assertThat(
            headings(
                """
                一、主要职能
                （一）部门基本情况
                1.主要职责：宣传执行有关方针政策，承担日常工作。
                2.人员情况：编制五人。
                二、机构设置情况
                本部门无下属单位。
                """))
        .containsExactly("1 一、主要职能", "1.1 （一）部门基本情况", "2 二、机构设置情况");
  }

  @Test
  void a_kind_of_income_with_its_amount_alone_on_a_line_is_a_heading() {
    assertThat(
            headings(
                """
                一、收入预算情况说明
                2024年收入预算50000.12万元。
                （一）本年财政拨款收入49000.12万元
                比上年增加2000.12万元。
                （二）其他资金收入1000万元
                主要为上年结转。
                二、支出预算情况说明
                2024年支出预算50000.12万元。
                """))
        .containsExactly(
            "1 一、收入预算情况说明", "1.1 （一）本年财政拨款收入49000.12万元", "1.2 （二）其他资金收入1000万元", "2 二、支出预算情况说明");
  }

  @Test
  void a_short_sentence_in_a_list_is_no_heading() {
    assertThat(
            headings(
                """
                一、存在的主要问题
                1、预算编制不够精细。部分项目预算与实际有差距。
                2、绩效指标量化不够。
                二、改进措施
                加强管理。
                """))
        .containsExactly("1 一、存在的主要问题", "2 二、改进措施");
  }

  @Test
  void a_menu_before_the_first_part_gives_no_headings() {
    assertThat(
            headings(
                """
                1. 现行有效规范性文件
                1. 机构职能
                2. 内设机构
                3. 领导介绍
                1. 部门预算公开
                样本市示例局2024年度部门决算公开
                第一部分 部门概况
                一、主要职能
                二、机构设置
                第二部分 情况说明
                一、收入决算情况说明
                第一部分 部门概况
                一、主要职能
                负责有关工作。
                二、机构设置
                内设办公室。
                第二部分 情况说明
                一、收入决算情况说明
                收入1万元。
                """))
        .containsExactly("1 第一部分部门概况", "1.1 一、主要职能", "1.2 二、机构设置", "2 第二部分情况说明", "2.1 一、收入决算情况说明");
  }

  @Test
  void duties_in_traditional_characters_are_a_list_as_well() {
    assertThat(
            headings(
                """
                第一部分 某某委員會概況
                一、部門主要職責
                （一）貫徹執行黨的路線方針政策和上級的決議。（二）開展調查研究。
                二、機構設置
                內設辦公室。
                """))
        .containsExactly("1 第一部分某某委員會概況", "1.1 一、部門主要職責", "1.2 二、機構設置");
  }

  @Test
  void a_motto_that_mentions_duties_does_not_turn_later_headings_into_a_list() {
    assertThat(
            headings(
                """
                第四部分 2023年重点工作完成情况
                （一）树牢“政治引领”主旗帜，持续凝聚力量
                1、强化思想引领，切实提升思想认识。组织学习。
                （二）履行“维权服务”主职责，努力增进福祉
                1、抓实民主管理，引导职工积极参与发展。召开会议。
                2、依法维护权益，进一步增强幸福感、获得感和归属感。
                走访职工。
                3、保障队伍稳定，全力维护劳动领域安全。开展检查。
                （三）聚焦“深化改革”主目标，切实增强活力
                1、扎实做好改革工作，推动队伍建设发展。召开会议。
                2、不断深化党建引领，推进共同缔造的行动稳步发展。
                建立台账。
                3、积极融入平台，为职工链接幸福生活。发放票券。
                （四）坚持“从严从实”主基调，加强自身建设
                1、着力加强组建，不断扩大覆盖面。新建组织。
                2、严格做好管理，不断提高精细化水平。规范制度。
                第五部分 名词解释
                略。
                """))
        .filteredOn(h -> h.contains("（"))
        .containsExactly(
            "1.1 （一）树牢“政治引领”主旗帜，持续凝聚力量",
            "1.2 （二）履行“维权服务”主职责，努力增进福祉",
            "1.3 （三）聚焦“深化改革”主目标，切实增强活力",
            "1.4 （四）坚持“从严从实”主基调，加强自身建设");
  }

  private List<String> headings(String text) {
    return Outlines.headings(builder.build(TextBlocks.paragraphs(text)));
  }
}
