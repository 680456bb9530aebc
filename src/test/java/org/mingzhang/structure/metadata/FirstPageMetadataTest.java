package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.structure.metadata.Documents.assertMetadata;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.DocumentMetadata;

/** Tests the metadata of first pages in the style of several provinces. */
class FirstPageMetadataTest {
  @Test
  void the_opening_sentence_names_the_body_where_no_title_is_printed() {
    assertMetadata(
        """
        第一部分  部门概况
        一、部门职责
        一、维护职能：是工会的基本职责。
        二、机构设置
        乐山市沙湾区总工会下属二级预算单位0个，其中行政单位0个。
        纳入乐山市沙湾区2024年度部门决算编制范围的二级预算单位包括：
        第二部分  2024年度部门决算情况说明
        一、收入支出决算总体情况说明
        2024年度收入、支出总计均为395.14万元。与2023年度相比，收入、支出总计各减少0.41万元。
        """,
        "乐山市沙湾区总工会",
        "四川省/乐山市/沙湾区",
        "2024",
        "部门决算");
  }

  @Test
  void part_headings_name_the_body_and_the_year() {
    assertMetadata(
        """
        第一部分 武汉市江夏区妇女联合会概况
        一、部门主要职责
        第二部分 武汉市江夏区妇女联合会2023年度部门决算表
        一、收入支出决算总表
        第三部分 武汉市江夏区妇女联合会2023年度部门决算情况说明
        一、收入支出决算总体情况说明
        2023年度收、支总计均为102.3万元。与2022年度相比各增加3万元。截至2022年12月31日
        """,
        "武汉市江夏区妇女联合会",
        "湖北省/武汉市/江夏区",
        "2023",
        "部门决算");
  }

  @Test
  void a_cover_may_break_anywhere() {
    assertMetadata(
        """
        2025 年度
        昆山市农业
        农村局
        部门预算公开
        目  录
        第一部分 部门概况
        """,
        "昆山市农业农村局",
        "江苏省/苏州市/昆山市",
        "2025",
        "部门预算");
  }

  @Test
  void pinyin_and_the_edges_of_cells_are_no_part_of_a_title() {
    assertMetadata("盤錦市第九中學(xué)2021年部門預(yù)算公開說明\n目 錄", "盘锦市第九中学", "辽宁省/盘锦市", "2021", "部门预算");
    assertMetadata("浙江省余姚市第九中学2021年度单位决算 |", "浙江省余姚市第九中学", "浙江省/宁波市/余姚市", "2021", "单位决算");
  }

  @Test
  void a_city_in_brackets_before_its_district_is_part_of_the_name() {
    assertMetadata("（天津市）河西区文化馆2021年度部门决算", "天津市河西区文化馆", "天津市/河西区", "2021", "部门决算");
  }

  @Test
  void a_school_is_of_the_city_or_county_that_it_names_behind_the_province() {
    assertMetadata("四川省沐川中学校2021年度单位决算", "四川省沐川中学校", "四川省/乐山市/沐川县", "2021", "单位决算");
    assertMetadata("山东省青岛花园路小学2019年度部门预算", "山东省青岛花园路小学", "山东省/青岛市", "2019", "部门预算");
    assertMetadata("湖北省汉川监狱2021年度部门决算", "湖北省汉川监狱", "湖北省", "2021", "部门决算");
  }

  @Test
  void a_university_is_of_the_government_that_it_names_as_its_founder() {
    assertMetadata(
        """
        第一部分 示例理工大学单位概况
        第二部分 2022年度单位决算表
        一、单位主要职责
        示例理工大学是江西省人民政府与有关部门共建的大学。
        """,
        "示例理工大学",
        "江西省",
        "2022",
        "单位决算");
  }

  @Test
  void the_source_of_a_page_completes_what_is_named_without_its_place() {
    assertMetadata(
        """
        关于2020年财政决算（草案）和2021年上半年财政预算执行情况的报告
        发布时间:2021-10-30 18:50来源:平昌县财政局字体【
        县财政局 某某某
        一、2020年财政决算情况
        """,
        "平昌县财政局",
        "四川省/巴中市/平昌县",
        "2020",
        "政府决算");
    assertMetadata(
        """
        发布机构：随县城乡建设管理所
        管理所2022年度单位决算
        一、管理所概况
        """,
        "随县城乡建设管理所",
        "湖北省/随州市/随县",
        "2022",
        "单位决算");
  }

  @Test
  void a_source_that_the_text_does_not_speak_of_is_not_the_agency() {
    assertMetadata(
        """
        来源：平昌县教育局
        2022年度部门决算公开
        一、机构设置
        本单位内设机构三个。
        """,
        "-",
        "四川省/巴中市/平昌县",
        "2022",
        "部门决算");
  }

  @Test
  void what_a_body_consists_of_names_it() {
    assertMetadata(
        """
        一、单位基本情况
        （一）职能职责。镇人民政府的主要职责是执行决议。
        （二）单位构成。梁平区示例镇人民政府包括1个行政单位及5个下属事业单位。
        二、部门决算收支情况说明
        2021年度收入总计3000万元。
        """,
        "梁平区示例镇人民政府",
        "重庆市/梁平区",
        "2021",
        "部门决算");
  }

  @Test
  void a_report_on_two_budgets_may_be_broken_within_a_word_and_name_the_county_itself() {
    assertMetadata(
        """
        关于2020年琼中黎族苗族自治县和县本级财政预算
        执行情况及2021年琼中黎族苗族自治县和县本级
        财政预算的报告
        各位代表：
        受县政府委托，现报告如下。
        """,
        "琼中黎族苗族自治县人民政府",
        "海南省/琼中黎族苗族自治县",
        "2021",
        "政府预算");
  }

  @Test
  void a_body_may_be_named_within_a_sentence() {
    assertMetadata(
        """
        一、单位基本情况
        （一）职能职责
        根据区政府有关要求，重庆市武隆区示例山旅游度假区管理委员会为区政府派出机构，负责统一管理。
        二、部门决算情况说明
        2019年度收入总计5000万元。
        """,
        "重庆市武隆区示例山旅游度假区管理委员会",
        "重庆市/武隆区",
        "2019",
        "部门决算");
  }

  @Test
  void of_two_titles_the_one_that_says_whose_accounts_they_are_decides() {
    assertMetadata(
        """
        九江市柴桑区工商业联合会2024年度决算公开
        关联导读：
        九江市柴桑区工商业联合会2024年度部门决算
        目录
        第二部分 2024年度单位决算表
        第三部分 2024年度单位决算情况说明
        """,
        "九江市柴桑区工商业联合会",
        "江西省/九江市/柴桑区",
        "2024",
        "部门决算");
  }

  @Test
  void a_subdistrict_office_of_a_government_keeps_the_first_line_of_its_name() {
    assertMetadata(
        """
        成都市金牛区人民政府
        长安路街道办事处 2024
        年度部门决算
        """,
        "成都市金牛区人民政府长安路街道办事处",
        "四川省/成都市/金牛区",
        "2024",
        "部门决算");
  }

  @Test
  void the_three_public_expenses_of_a_finance_department_are_its_own() {
    assertMetadata("2023年广东省财政厅一般公共预算财政拨款“三公”经费支出决算情况说明", "广东省财政厅", "广东省", "2023", "部门决算");
  }

  @Test
  void the_heads_of_tables_name_body_and_year() {
    assertMetadata(
        """
        收入支出决算总表
        公开01表
        部门：302001武汉市蔡甸区档案馆
        2024年度
        金额单位：万元
        收入决算表
        公开02表
        部门：302001武汉市蔡甸区档案馆
        2024年度
        """,
        "武汉市蔡甸区档案馆",
        "湖北省/武汉市/蔡甸区",
        "2024",
        "单位决算");
  }

  @Test
  void a_project_form_names_the_unit_that_fills_it_in() {
    assertMetadata(
        """
        项目支出绩效自评表
        （2024年度）
        项目名称：职工服务阵地建设
        主管部门：常德市鼎城区总工会
        实施单位：常德市鼎城区总工会
        """,
        "常德市鼎城区总工会",
        "湖南省/常德市/鼎城区",
        "2024",
        "项目支出绩效自评");
  }

  @Test
  void a_budget_report_to_the_congress_is_the_governments() {
    assertMetadata(
        """
        关于周至县2023年财政预算执行情况
        和2024年财政预算草案的报告
        ——2024年1月10日在周至县第十九届人民代表大会第三次会议上
        周至县财政局
        各位代表：
        受县人民政府委托，现将2023年财政预算执行情况和2024年财政预算草案提请审查。
        """,
        "周至县财政局",
        "陕西省/西安市/周至县",
        "2024",
        "政府预算");
  }

  @Test
  void a_budget_report_may_name_its_county_only_below_the_title() {
    assertMetadata(
        """
        关于2023年财政预算执行情况和2024年财政预算（草案）的报告
        ——2024年1月10日在祁东县第十八届人民代表大会第四次会议上
        祁东县财政局局长 某某某
        各位代表：
        """,
        "祁东县财政局",
        "湖南省/衡阳市/祁东县",
        "2024",
        "政府预算");
  }

  @Test
  void a_report_without_reporter_is_the_governments_that_lets_it_be_made() {
    assertMetadata(
        """
        首页 新闻中心 信息公开 政务服务
        祁东县2023年财政预算执行情况和2024年财政预算草案的报告
        各位代表：
        受县人民政府委托，现将我县2023年财政预算执行情况和2024年财政预算草案报告如下。
        一、2023年预算执行情况
        """,
        "祁东县人民政府",
        "湖南省/衡阳市/祁东县",
        "2024",
        "政府预算");
    assertMetadata("2024年澧县财政总决算公开\n目录\n", "-", "湖南省/常德市/澧县", "2024", "政府决算");
    assertMetadata("2024年度政府决算公开\n目录\n第一部分 决算报告\n", "-", "-", "2024", "政府决算");
  }

  @Test
  void site_boilerplate_is_not_part_of_a_name() {
    assertMetadata(
        """
        祁东县财政局
        搜索位置
        排序
        祁东县2024年政府决算
        发布日期：2025-08-29 发布机构：县财政局
        """,
        "祁东县财政局",
        "湖南省/衡阳市/祁东县",
        "2024",
        "政府决算");
  }

  @Test
  void a_title_is_found_below_a_long_menu() {
    assertMetadata(
        "菜单项\n领导之窗\n".repeat(50) + "祁东县水利局2024年度部门决算公开\n第一部分 部门概况\n",
        "祁东县水利局",
        "湖南省/衡阳市/祁东县",
        "2024",
        "部门决算");
  }

  @Test
  void a_form_may_state_year_and_body_below_its_name() {
    assertMetadata(
        """
        部门整体支出绩效自评报告
        （2024年度）
        部门名称：十堰市茅箭区城市管理执法局
        评价单位：十堰市茅箭区城市管理执法局评价小组
        二〇二五年五月
        """,
        "十堰市茅箭区城市管理执法局",
        "湖北省/十堰市/茅箭区",
        "2024",
        "部门整体支出绩效自评");
  }

  @Test
  void a_name_without_place_is_completed_from_the_tables() {
    assertMetadata(
        """
        总工会2024年度部门决算
        目录
        第一部分 部门概况
        部门：武汉市青山区总工会
        """,
        "武汉市青山区总工会",
        "湖北省/武汉市/青山区",
        "2024",
        "部门决算");
  }

  @Test
  void the_text_chooses_among_districts_of_one_name() {
    assertMetadata(
        """
        鼓楼区司法局2024年度部门决算
        目录
        第一部分 鼓楼区司法局概况
        鼓楼区司法局位于福州市，负责福州市鼓楼区的司法行政工作。
        """,
        "鼓楼区司法局",
        "福建省/福州市/鼓楼区",
        "2024",
        "部门决算");
  }

  @Test
  void a_district_of_many_namesakes_stays_unknown() {
    assertMetadata(
        """
        鼓楼区司法局2024年度部门决算
        目录
        第一部分 鼓楼区司法局概况
        本局曾赴南京市、福州市学习考察。
        """,
        "鼓楼区司法局",
        "-",
        "2024",
        "部门决算");
  }

  @Test
  void other_places_named_in_passing_do_not_count() {
    assertMetadata(
        """
        鄂城区总工会2023年度部门决算
        目录
        第一部分 鄂城区总工会概况
        组织职工赴贵阳市、武汉市、北京市疗休养，参加武汉城市圈劳动竞赛。
        """,
        "鄂城区总工会",
        "湖北省/鄂州市/鄂城区",
        "2023",
        "部门决算");
  }

  @Test
  void the_year_of_publication_and_the_year_compared_with_do_not_count() {
    assertMetadata(
        """
        湘潭市雨湖区水利局
        部门决算公开
        2025年9月12日
        目录
        第一部分 部门概况
        第三部分 2024年度部门决算情况说明
        2024年度收入总计1050万元，比2023年度增加50万元。2023年度决算为1000万元。
        2025年1月1日起施行。
        """,
        "湘潭市雨湖区水利局",
        "湖南省/湘潭市/雨湖区",
        "2024",
        "部门决算");
  }

  @Test
  void site_boilerplate_is_no_title() {
    assertMetadata(
        """
        首页 > 政务公开 > 财政预决算
        荆门市东宝区审计局2024年度部门决算公开
        发布时间：2025-09-10 来源：区审计局 字号：大 中 小
        第一部分 荆门市东宝区审计局概况
        """,
        "荆门市东宝区审计局",
        "湖北省/荆门市/东宝区",
        "2024",
        "部门决算");
  }

  @Test
  void an_evaluation_without_title_is_known_by_its_headings() {
    assertMetadata(
        """
        一、部门（单位）基本情况
        （一）机构设置情况
        大通湖区总工会是群团组织，为正科级行政单位。2024年大通湖区总工会机关设置5个内设科室。
        二、一般公共预算支出情况
        （一）基本支出情况
        六、部门整体支出绩效情况
        2024年整体绩效目标为：1.持续深化改革。
        1、综合评价结论。详见2024年度部门整体支出绩效评价基础数据表。
        """,
        "大通湖区总工会",
        "湖南省/益阳市/大通湖区",
        "2024",
        "部门整体支出绩效自评");
  }

  @Test
  void accounts_with_evaluations_annexed_are_accounts() {
    assertMetadata(
        """
        武汉市黄陂区科学技术协会
        2024年度部门决算
        目录
        第六部分 附件
        一、2024年度部门整体支出绩效自评表
        二、2024年度项目支出绩效自评表
        """,
        "武汉市黄陂区科学技术协会",
        "湖北省/武汉市/黄陂区",
        "2024",
        "部门决算");
  }

  @Test
  void the_title_is_shown_as_printed_or_marked_as_composed() {
    DocumentMetadata printed = Documents.read("a.pdf", "附件1：", "宜宾市翠屏区民政局", "2024 年度部门决算", "目 录");
    assertThat(printed.title()).isEqualTo("宜宾市翠屏区民政局2024年度部门决算");
    assertThat(printed.titleComposed()).isFalse();

    DocumentMetadata labeled = Documents.read("a.pdf", "上海市静安区2025年区级单位预算", "预算单位：上海市静安区图书馆");
    assertThat(labeled.title()).isEqualTo("上海市静安区2025年区级单位预算（上海市静安区图书馆）");
    assertThat(labeled.titleComposed()).isFalse();

    DocumentMetadata composed = Documents.read("a.pdf", "第一部分 宜宾市南溪区民政局概况", "第二部分 2024年度部门决算情况说明");
    assertThat(composed.title()).isEqualTo("宜宾市南溪区民政局2024年度部门决算");
    assertThat(composed.titleComposed()).isTrue();
  }

  @Test
  void every_value_has_its_evidence() {
    DocumentMetadata read = Documents.read("a.pdf", "湖北省财政厅2024年度部门决算");
    assertThat(read.evidence())
        .extracting(e -> e.field() + " " + e.rule() + " " + e.page())
        .containsExactly(
            "title title 1",
            "agency title 1",
            "region title 1",
            "year title 1",
            "category title 1",
            "agencyType agency-name 1");
    DocumentMetadata byName = Documents.read("湖北省财政厅2024年度部门决算.pdf", "图片");
    assertThat(byName.evidence())
        .filteredOn(e -> e.field().equals("agency"))
        .singleElement()
        .satisfies(e -> assertThat(e.rule()).isEqualTo("file-name"));
  }

  @ParameterizedTest
  @CsvSource({
    "武陵乡财政所2018年部门决算, 福建省/三明市/大田县, true",
    "大田县武陵乡财政所2018年部门决算, 福建省/三明市/大田县, false",
    "福建省大田县财政局2018年部门决算, 福建省/三明市/大田县, false",
  })
  void a_region_that_is_concluded_from_a_township_is_said_to_be(
      String title, String region, boolean concluded) {
    DocumentMetadata read = Documents.read("a.txt", title);
    assertThat(Documents.values(read).get(1)).isEqualTo(region);
    assertThat(read.evidence())
        .filteredOn(e -> e.field().equals("region"))
        .singleElement()
        .satisfies(e -> assertThat(e.isConcludedFromTownship()).isEqualTo(concluded));
  }

  @Test
  void nothing_is_guessed_from_a_document_that_says_nothing() {
    assertMetadata("会议通知\n请各位同事于明天下午三点参加会议。\n", "-", "-", "-", "-");
    assertMetadata("", "-", "-", "-", "-");
  }

  @Test
  void a_title_may_call_the_document_only_a_publication() {
    assertMetadata(
        """
        2023年度内蒙古自治区机关事务管理局(本级)公开文档
        发布时间: 2024-08-26 14:40:31
        目 录
        第一部分 单位概况
        第二部分 单位决算情况说明
        """,
        "内蒙古自治区机关事务管理局",
        "内蒙古自治区",
        "2023",
        "单位决算");
  }

  @Test
  void a_report_to_the_congress_has_its_title_within_the_first_part() {
    assertMetadata(
        """
        第一部分预算草案报告
        关于高昌区2025年预算执行情况和
        2026年预算草案的报告
        2026年1月26日在吐鲁番市高昌区第二届人民代表大会
        第七次会议上
        各位代表:
        我受高昌区人民政府委托，向大会报告高昌区2025年预算执行情况和2026年预算草案。
        """,
        "高昌区人民政府",
        "新疆维吾尔自治区/吐鲁番市/高昌区",
        "2026",
        "政府预算");
  }

  @Test
  void the_accounts_of_a_county_government_are_those_of_the_whole() {
    assertMetadata(
        """
        2022年云溪区人民政府决算公开
        目 录
        第一部分 决算报告
        ——2023年8月29日在岳阳市云溪区第六届人民代表大会常务委员会第十二次会议上
        """,
        "云溪区人民政府",
        "湖南省/岳阳市/云溪区",
        "2022",
        "政府决算");
  }

  @Test
  void the_label_of_a_form_goes_before_who_evaluates() {
    assertMetadata(
        """
        岳阳市2018年度部门整体支出
        绩效评价自评报告
        部门(单位)名称:  岳阳市城市管理监督指挥中心
        评价方式:部门(单位)绩效自评
        评价机构:部门(单位)评价组
        """,
        "岳阳市城市管理监督指挥中心",
        "湖南省/岳阳市",
        "2018",
        "部门整体支出绩效自评");
  }

  @Test
  void a_form_in_running_text_names_the_body_without_a_colon() {
    assertMetadata(
        """
        项目支出绩效自评表
        (2022年度)
        项目名称 道路维护
        主管部门 219-池州市贵池区棠溪镇人民政府 实施单位 219001-池州市贵池区棠溪镇人民政府
        """,
        "池州市贵池区棠溪镇人民政府",
        "安徽省/池州市/贵池区",
        "2022",
        "项目支出绩效自评");
  }

  @Test
  void the_units_of_a_town_say_whose_it_is() {
    assertMetadata(
        """
        一、部门基本情况
        南城街道办事处属区级直属单位,是纳入2021年度部门决算编报范围的行政单位。
        (二)机构设置
        分别为重庆市南川区南城街道综合行政执法大队、重庆市南川区南城街道社区文化服务中心、重庆市南川区南城街道退役军人服务站。
        二、部门决算情况说明
        2021年度收入合计2942万元。
        """,
        "重庆市南川区南城街道办事处",
        "重庆市/南川区",
        "2021",
        "部门决算");
  }

  @Test
  void a_traditional_edition_is_read_as_the_simplified_one() {
    assertMetadata(
        """
        北京市石景山區人民法院
        2022年度部門決算
        目 錄
        第一部分 2022年度部門決算報表
        第二部分 2022年度部門決算説明
        """,
        "北京市石景山区人民法院",
        "北京市/石景山区",
        "2022",
        "部门决算");
  }

  @Test
  void the_three_public_expenses_may_be_a_document_of_their_own() {
    assertThat(Documents.read("page.html", "鹤山市水务局2018年“三公”经费公开", "“三公”经费支出合计24.75万元。").title())
        .isEqualTo("鹤山市水务局2018年“三公”经费公开");
  }

  @Test
  void a_form_has_its_year_on_a_line_of_its_own() {
    assertMetadata(
        """
        天长市水利局项目支出绩效自评
        发布时间:2023-12-05 15:04
        项目支出绩效自评表
        (2022年度)
        项目名称 水旱灾害防御经费
        """,
        "天长市水利局",
        "安徽省/滁州市/天长市",
        "2022",
        "项目支出绩效自评");
  }

  @Test
  void a_sentence_about_duties_names_the_body() {
    assertMetadata(
        """
        第一部分 基本情况
        一、主要职责
        根据有关规定(藏委厅〔2024〕76号),西藏自治区人民政府驻上海办事处主要履行以下职责:
        第二部分 2024年度部门决算情况说明
        2024年度收入总计10万元。
        """,
        "西藏自治区人民政府驻上海办事处",
        "西藏自治区",
        "2024",
        "部门决算");
    assertMetadata(
        """
        第一部分 部门职责及机构设置情况
        一、主要职能
        昆山市应急管理局的主要职能是：
        第二部分 2025年部门预算安排情况
        """,
        "昆山市应急管理局",
        "江苏省/苏州市/昆山市",
        "2025",
        "部门预算");
  }

  @Test
  void some_months_of_a_year_belong_to_that_year() {
    assertMetadata(
        """
        昆山市农业农村局2022年1-9月
        部门整体支出绩效评价报告
        2022年11月
        """,
        "昆山市农业农村局",
        "江苏省/苏州市/昆山市",
        "2022",
        "部门整体支出绩效自评");
  }

  @Test
  void accounts_of_a_finance_bureau_are_its_own() {
    assertMetadata(
        """
        2024年度昆山市财政局决算公开编制说明
        一、部门职责
        二、2024年度部门决算情况说明
        """,
        "昆山市财政局",
        "江苏省/苏州市/昆山市",
        "2024",
        "部门决算");
  }

  @Test
  void a_bureau_that_does_not_say_of_which_district_is_not_named() {
    assertMetadata(
        """
        昆山市2021年度政府决算公开说明
        关于2021年决算（草案）的报告
        市财政局局长 张示例
        各位代表：
        """,
        "-",
        "江苏省/苏州市/昆山市",
        "2021",
        "政府决算");
  }

  @Test
  void a_menu_of_the_page_does_not_hide_the_title() {
    assertMetadata(
        """
        政府信息公开
        1. 机构职能
        2. 内设机构
        1. 部门预算公开
        2024年度昆山市市场监督管理局（部门）决算公开
        第一部分 部门概况
        """,
        "昆山市市场监督管理局",
        "江苏省/苏州市/昆山市",
        "2024",
        "部门决算");
  }

  @Test
  void a_zone_named_after_the_one_place_of_that_name_is_in_it() {
    assertMetadata(
        "绥芬河边境经济合作区管理委员会2024年部门预算编制说明\n一、部门职责",
        "绥芬河边境经济合作区管理委员会",
        "黑龙江省/牡丹江市/绥芬河市",
        "2024",
        "部门预算");
  }

  @Test
  void tables_of_the_body_itself_are_those_of_a_unit() {
    assertMetadata(
        """
        2023年度收入支出决算总表
        公开01表
        部门：昆山市总工会本级
        2023年度收入决算表
        公开02表
        部门：昆山市总工会本级
        """,
        "昆山市总工会",
        "江苏省/苏州市/昆山市",
        "2023",
        "单位决算");
  }

  @Test
  void a_title_names_its_body_even_without_a_place() {
    assertMetadata("市委宣传部2023年部门决算\n一、部门职责", "市委宣传部", "-", "2023", "部门决算");
    assertMetadata("2023年部门决算\n市场监督管理局\n一、部门职责", "市场监督管理局", "-", "2023", "部门决算");
  }

  @Test
  void who_signs_a_report_of_a_government_is_not_its_body() {
    assertMetadata(
        """
        昆山市2021年度政府决算公开
        关于2021年决算（草案）的报告
        昆山市政协副主席、财政局局长 张示例
        市人大常委会：
        受市人民政府委托，现将有关情况报告如下。
        """,
        "昆山市人民政府",
        "江苏省/苏州市/昆山市",
        "2021",
        "政府决算");
  }

  @Test
  void a_name_over_three_lines_is_one_though_its_end_begins_as_a_county() {
    assertMetadata(
        """
        黄冈市黄州区规划和自然
        资源局
        2024 年度部门决算
        目  录
        第一部分 部门概况
        """,
        "黄冈市黄州区规划和自然资源局",
        "湖北省/黄冈市/黄州区",
        "2024",
        "部门决算");
  }

  @Test
  void the_bare_ending_of_a_name_is_no_body() {
    assertMetadata("资源局\n2024年度部门决算\n目录\n第一部分 部门概况", "-", "-", "2024", "部门决算");
  }

  @Test
  void the_name_of_a_file_may_end_the_title() {
    assertMetadata(
        "黄冈市黄州区水利局2024年度部门决算公开.pdf\n第一部分 部门概况", "黄冈市黄州区水利局", "湖北省/黄冈市/黄州区", "2024", "部门决算");
  }

  @Test
  void who_carries_a_project_out_is_the_body_and_not_its_superior() {
    assertMetadata(
        """
        项目支出绩效自评表
        （2023年度）
        项目名称 河道清淤
        主管部门 黄冈市黄州区水利和湖泊局 实施单位 黄冈市黄州区河道管理中心
        """,
        "黄冈市黄州区河道管理中心",
        "湖北省/黄冈市/黄州区",
        "2023",
        "项目支出绩效自评");
  }

  @Test
  void a_blank_form_has_no_body_and_is_of_no_kind() {
    DocumentMetadata blank =
        Documents.read(
            "form.docx",
            "黄冈市XX局2024年度部门决算",
            "2024年度收、支总计均为XX万元。与2023年度相比，各增加（减少）XX万元，增长（下降）XX%。",
            "本年收入合计XX万元，其中：财政拨款收入XX万元，占XX%。",
            "本年支出合计    万元，其中：基本支出XX万元，占XX%；项目支出XX万元，占XX%。");
    assertThat(blank.isBlankForm()).isTrue();
    assertThat(Documents.values(blank)).containsExactly("-", "-", "2024", "其他");
  }
}
