package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.structure.metadata.Documents.assertMetadata;
import static org.mingzhang.structure.metadata.Documents.read;

import org.junit.jupiter.api.Test;

/**
 * Tests documents of no prescribed kind whose first lines name the agency. All names are invented.
 */
class TitleOnTopTest {
  @Test
  void a_title_on_the_first_lines_names_agency_and_year() {
    assertMetadata("样岭县档案馆2022年度库房改造补助资金自评情况\n一、资金情况", "样岭县档案馆", "-", "2022", "-");
    assertMetadata("样岭县林业局\n2021年苗木补贴项目清单\n序号 项目", "样岭县林业局", "-", "2021", "-");
    assertMetadata("样岭县供销合作社联合社2019年网点建设一览表.xls\n序号 项目", "样岭县供销合作社联合社", "-", "2019", "-");
    assertMetadata("样岭新区2021年一季度财政收支情况\n一、收入情况", "-", "-", "2021", "-");
    assertMetadata("2012年样岭县农业投入情况公告\n一、投入情况", "-", "-", "2012", "-");
    assertMetadata("样岭县2013年社会保障投入情况通报\n一、投入情况", "-", "-", "2013", "其他");
    assertMetadata("样岭县龙潭镇2018年财政收支情况\n第一部分 决算情况说明\n全镇收入3126万元。", "样岭县龙潭镇", "-", "2018", "其他");
    assertMetadata("样岭区城市管理委员会\n2021年运行保障类项目清单\n序号", "样岭区城市管理委员会", "-", "2021", "-");
    assertMetadata("2021年苗木补贴项目清单\n序号 项目", "-", "-", "2021", "-");
  }

  @Test
  void the_number_of_a_form_a_note_and_the_title_of_the_form_are_no_part_of_the_title_above_them() {
    String[][] titles = {
      {"样岭县林业局2024年项目支出绩效目标公开", "表单编号：150000_0021sb\n项目支出绩效目标申报表（2024年度）"},
      {"样岭县林业局2022年部门整体支出绩效目标公开", "部门整体支出绩效目标申报表（2022年度）"},
      {"样岭县林业局2023年项目绩效目标公示", "编号：12\n项目绩效目标表"},
      {"样岭县林业局2023年度部门整体支出绩效自评表", "（本表由部门填列，涉密事项不予公开）\n部门名称 样岭县林业局"},
      {"样岭县林业局2023年度项目支出绩效自评表", "(金额以万元计，保留两位小数)\n项目名称 苗木补贴"},
    };
    for (String[] title : titles) {
      String[] lines = String.join("\n", title).lines().toArray(String[]::new);
      assertThat(read("a.txt", lines).title()).isEqualTo(title[0]);
    }
    assertMetadata("样岭县林业局2022年部门预算项目绩效目标公开\n项目绩效目标表", "样岭县林业局", "-", "2022", "部门预算");
  }

  @Test
  void labels_of_forms_name_the_agency_also_within_a_line() {
    assertMetadata(
        "项目绩效目标表\n（2023年度）\n项目名称苗木补贴\n项目主管部门样岭县林业局项目执行单位样岭县林业局", "样岭县林业局", "-", "2023", "其他");
    assertMetadata(
        "部门（单位）整体支出绩效自评表 （2020年度） 部门（单位）名称 样岭县林业局 年度预算执行情况（万元） 全年预算数 全年执行数 分值 执行率 得分 年度资金总额 86.24 79.51 10 年度总体目标 预期目标",
        "样岭县林业局",
        "-",
        "2020",
        "部门整体支出绩效自评");
  }

  @Test
  void cells_of_a_list_are_not_the_publisher() {
    assertMetadata(
        "关于下达2021年苗木补贴资金预算的通知\n各县（市）林业局：\n单位名称 |\n项目名称 |\n备注 |\n样岭县苗木服务中心 |\n苗木补贴 |\n12.30 |",
        "-",
        "-",
        "2021",
        "其他");
    assertMetadata("2021年苗木补贴资金安排表\n备注 |\n样岭县苗圃改造 |\n样岭县苗木中心 |\n8.00 |", "-", "-", "2021", "其他");
    assertMetadata("样岭县苗木服务中心\n2021年度部门决算", "样岭县苗木服务中心", "-", "2021", "部门决算");
  }

  @Test
  void a_town_is_named_in_full_where_it_publishes_the_page() {
    assertMetadata(
        "样岭镇2021年道路项目支出绩效目标申报表\n样岭镇人民政府 发布时间：2021-05-18 09:22\n目标", "样岭镇人民政府", "-", "2021", "其他");
  }

  @Test
  void a_cell_repeated_over_its_row_is_one_line() {
    String page =
        "项目支出绩效自评表\t项目支出绩效自评表\t项目支出绩效自评表\n（2023年度）\t（2023年度）\t（2023年度）\n主管部门\t主管部门\t样岭县林业局";
    assertThat(read("a.txt", page.split("\n")).title()).startsWith("项目支出绩效自评表（2023年度）");
  }

  @Test
  void the_first_line_is_the_title_whatever_word_follows_the_kind() {
    assertMetadata("样岭市民政局2023年部门整体支出绩效自评评分表\n附件2\n一级指标", "样岭市民政局", "-", "2023", "部门整体支出绩效自评");
    assertMetadata(
        "样岭市市场监督管理局2020年度财政项目支出绩效自评结果\n项目支出绩效自评表\n（2020年度）\n产出指标\n— 17 —\n样岭市2020年度部门决算",
        "样岭市市场监督管理局",
        "-",
        "2020",
        "项目支出绩效自评");
    assertMetadata("样岭县民政局2023年项目支出绩效目标执行监控公开\n（2023年度）", "样岭县民政局", "-", "2023", "其他");
    assertThat(read("a.txt", "样岭县民政局2023年项目支出绩效目标执行监控公开", "项目支出绩效目标执行监控表").title())
        .isEqualTo("样岭县民政局2023年项目支出绩效目标执行监控公开");
  }

  @Test
  void the_title_of_a_form_of_the_same_kind_is_no_part_of_the_title_above_it() {
    assertThat(read("a.txt", "样岭县总工会2017年度项目支出绩效自评公开", "项目支出绩效自评表", "（2017年度）").title())
        .isEqualTo("样岭县总工会2017年度项目支出绩效自评公开");
    assertThat(read("a.txt", "样岭县总工会2017年度部门整体支出", "绩效自评报告").title())
        .isEqualTo("样岭县总工会2017年度部门整体支出绩效自评报告");
  }
}
