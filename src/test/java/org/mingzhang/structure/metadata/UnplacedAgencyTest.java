package org.mingzhang.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.structure.metadata.Documents.assertMetadata;

import org.junit.jupiter.api.Test;

/**
 * Tests agencies whose names do not contain a place; the names are invented, the places are real.
 */
class UnplacedAgencyTest {
  @Test
  void a_body_that_names_no_place_is_where_the_body_above_it_is() {
    assertMetadata(
        """
        目录
        第一部分部门概况
        一、部门职责
        青松岭林区法院成立于1982年5月，机构设在庆阳市政府所在地西峰区，隶属庆阳市中级人民法院管理，受理林区案件。
        二、机构设置
        青松岭林区法院内设综合办公室等四个机构。
        第二部分2023年度部门决算表
        一、收入支出决算总表
        第三部分2023年度部门决算情况说明
        """,
        "青松岭林区法院",
        "甘肃省/庆阳市",
        "2023",
        "部门决算");
    assertMetadata(
        """
        样本路幼儿园2022年单位预算公开
        一、主要职能
        我园是平凉市崆峒区教育局下属事业单位，实施学前教育。
        """,
        "样本路幼儿园",
        "甘肃省/平凉市/崆峒区",
        "2022",
        "单位预算");
  }

  @Test
  void part_of_the_name_of_an_unknown_place_is_no_place() {
    assertMetadata("陇沙市中级人民法院\n2023年度部门决算公开", "陇沙市中级人民法院", "-", "2023", "部门决算");
    assertMetadata("皖西市样本中学\n2023年度单位决算", "皖西市样本中学", "-", "2023", "单位决算");
    assertMetadata("滇和县林业和草原局2023年部门预算", "滇和县林业和草原局", "-", "2023", "部门预算");
    assertMetadata("衡阳山县商务局2023年部门预算", "衡阳山县商务局", "-", "2023", "部门预算");
    assertMetadata("衡阳财政局2023年部门预算", "衡阳财政局", "湖南省/衡阳市", "2023", "部门预算");
    assertMetadata("陇沙市临河区人民法院2023年部门预算", "陇沙市临河区人民法院", "-", "2023", "部门预算");
    assertMetadata("陇沙市西峰区水务局2023年部门预算\n第一部分 西峰区水务局概况\n负责水利工作。", "陇沙市西峰区水务局", "-", "2023", "部门预算");
    assertMetadata("皖西市蜀山区样本小学\n2023年度单位决算", "皖西市蜀山区样本小学", "-", "2023", "单位决算");
    assertMetadata("和县林业局2023年部门预算", "和县林业局", "安徽省/马鞍山市/和县", "2023", "部门预算");
  }

  @Test
  void the_full_name_of_a_province_before_an_unknown_county_is_certain() {
    assertMetadata("福建省样江县人民法院2023年度部门决算", "福建省样江县人民法院", "福建省", "2023", "部门决算");
    assertMetadata("贵州省样谷苗族自治县水务局2024年部门预算", "贵州省样谷苗族自治县水务局", "贵州省", "2024", "部门预算");
    assertMetadata("河北省样滨县第二中学2022年度单位决算", "河北省样滨县第二中学", "河北省", "2022", "单位决算");
    assertMetadata("福建样江县人民法院2023年度部门决算", "福建样江县人民法院", "-", "2023", "部门决算");
  }

  @Test
  void a_generic_name_is_no_agency() {
    assertMetadata(
        """
        第一部分 概况
        乡镇卫生院是农村三级网的事业单位，乡镇卫生院提供服务。
        第二部分 2022年度部门决算表
        """,
        "-",
        "-",
        "2022",
        "部门决算");
  }

  @Test
  void a_prison_is_the_provinces_unless_its_name_says_that_it_is_a_citys() {
    assertMetadata("梧州监狱2023年度单位决算", "梧州监狱", "广西壮族自治区", "2023", "单位决算");
    assertMetadata("沈阳市城郊监狱2023年度单位决算", "沈阳市城郊监狱", "辽宁省/沈阳市", "2023", "单位决算");
  }

  @Test
  void the_government_that_approved_a_college_is_not_its_founder() {
    assertMetadata(
        """
        2023年威海样本学院部门预算
        威海样本学院是一所高等职业学校，于2000年经山东省人民政府批准、教育部备案成立。
        """,
        "威海样本学院",
        "-",
        "2023",
        "部门预算");
    assertMetadata(
        """
        合肥样本职业学院2024年度部门决算
        按照合肥市委提出的要求，坚持质量兴校。
        """,
        "合肥样本职业学院",
        "安徽省/合肥市",
        "2024",
        "部门决算");
  }

  @Test
  void an_office_of_a_government_is_not_cut_to_the_government() {
    assertMetadata(
        """
        目录
        第一部分 2019年度部门决算报表
        报表详见附件
        第二部分 2019年度部门决算说明
        （一）部门机构设置、职责
        中共北京市委外事工作委员会办公室设在北京市人民政府外事办公室（以下简称市政府外办），下属3个预算单位，分别为北京市人民政府外事办公室交流中心、北京市人民政府外事办公室信息中心和北京市人民政府外事办公室翻译中心。
        """,
        "北京市人民政府外事办公室",
        "北京市",
        "2019",
        "部门决算");
  }

  @Test
  void a_page_without_title_is_known_by_what_it_says_of_the_body() {
    assertMetadata(
        """
        一、单位基本情况
        银川市样本殡仪馆建于1966年，承担着我区群众的殡仪服务业务。
        二、2014年部门决算情况：
        银川市样本殡仪馆执行事业会计制度。
        2014年本年收入总计为991.38万元。
        """,
        "银川市样本殡仪馆",
        "宁夏回族自治区/银川市",
        "2014",
        "部门决算");
    assertMetadata(
        """
        一、部门情况
        北京市通州区殡仪馆部门事业编制22人。
        二、收入预算说明
        2023年收入预算1674.95万元，比2022年减少749.01万元。
        四、“三公”经费财政拨款预算说明
        北京市通州区殡仪馆部门公务接待费开支单位包括北京市通州区殡仪馆个所属单位。
        """,
        "北京市通州区殡仪馆",
        "北京市/通州区",
        "2023",
        "单位预算");
    assertMetadata(
        """
        第二部分 2023年度部门决算说明
        北京市文学艺术界联合会是中共北京市委领导的由全市各文艺家协会、各区县文学艺术界联合会和市属的产业文学艺术工作者联合会组成的人民团体。
        """,
        "北京市文学艺术界联合会",
        "北京市",
        "2023",
        "部门决算");
  }

  @Test
  void a_day_or_a_label_before_the_title_is_no_part_of_it() {
    assertMetadata("2024-04-06中国气象局2024年部门预算", "中国气象局", "-", "2024", "部门预算");
    assertThat(Documents.read("a.txt", "标题：海南省万宁市教育局2024年度部门决算公开报告").title())
        .isEqualTo("海南省万宁市教育局2024年度部门决算公开报告");
  }

  @Test
  void the_year_of_the_work_that_headings_name_decides_where_nothing_else_does() {
    assertMetadata(
        """
        一、基本职能及主要工作
        （二）旺苍县总工会2024年重点工作
        二、部门预算单位构成
        旺苍县总工会下属二级预算单位0个。
        三、收支预算情况说明
        """,
        "旺苍县总工会",
        "四川省/广元市/旺苍县",
        "2024",
        "部门预算");
  }

  @Test
  void a_year_may_have_lost_its_middle() {
    assertMetadata("长沙市岳麓区样本会2022度部门预算公开", "长沙市岳麓区样本会", "湖南省/长沙市/岳麓区", "2022", "部门预算");
  }

  @Test
  void what_a_body_has_within_it_names_it_also_in_the_middle_of_a_sentence() {
    assertMetadata(
        """
        一、部门基本情况
        忠县监察委员会（以下简称县监委）与中共忠县纪律检查委员会（以下简称县纪委）合署办公。
        根据上述职责，忠县纪委监委机关下设办公室、组织部、宣传部、法规研究室等18个内设机构。
        二、部门决算情况说明
        2021年度收入总计3000.1万元，支出总计3000.1万元。
        """,
        "忠县纪委监委",
        "重庆市/忠县",
        "2021",
        "部门决算");
  }

  @Test
  void a_budget_may_be_told_by_its_overall_situation_alone() {
    assertMetadata(
        """
        一、单位基本情况
        重庆市沙坪坝区样本联合会为区级部门预算单位，内设1个科室。
        二、部门收支总体情况
        三、部门预算总体情况说明
        2023年一般财政拨款收入支出预算1,779.74万元。
        """,
        "重庆市沙坪坝区样本联合会",
        "重庆市/沙坪坝区",
        "2023",
        "部门预算");
  }

  @Test
  void the_sentence_that_introduces_a_text_says_what_it_is() {
    assertMetadata(
        """
        前言
        按照《中华人民共和国预算法》的要求，现将2025年部门预算公开如下：
        一、部门/单位职责
        贯彻执行党的路线、方针、政策。
        二、机构设置情况
        县科协内设办公室。
        """,
        "-",
        "-",
        "2025",
        "部门预算");
  }

  @Test
  void a_numeral_is_no_part_of_a_short_name() {
    assertMetadata(
        """
        一、科协主要职能
        团结和动员全县广大科技工作者。
        三、2018年科协预算收支情况表
        """,
        "-",
        "-",
        "2018",
        "-");
  }

  @Test
  void a_line_that_only_begins_a_name_belongs_to_the_next() {
    assertMetadata(
        """
        中国共产主义青年团
        岳阳市岳阳楼区委员会
        2022年度单位预算
        """,
        "中国共产主义青年团岳阳市岳阳楼区委员会",
        "湖南省/岳阳市/岳阳楼区",
        "2022",
        "单位预算");
    assertMetadata("双鸭山市\n尖山区样本会\n2020年度部门预算", "双鸭山市尖山区样本会", "黑龙江省/双鸭山市/尖山区", "2020", "部门预算");
  }
}
