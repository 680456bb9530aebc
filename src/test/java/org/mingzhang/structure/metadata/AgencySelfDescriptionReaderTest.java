package org.mingzhang.structure.metadata;

import static org.mingzhang.structure.metadata.Documents.assertMetadata;

import org.junit.jupiter.api.Test;

/**
 * Tests agencies named by sentences about themselves; the names are invented, the places are real.
 */
class AgencySelfDescriptionReaderTest {
  @Test
  void a_founding_sentence_with_a_full_place_name_is_enough_for_the_agency() {
    assertMetadata(
        """
        一、部门基本情况
        汾阳市公安局样本大队组建于1987年8月，隶属于汾阳市公安局领导。
        四、2019年部门预算收支情况
        2019年部门预算收入5200.5万元。
        """,
        "汾阳市公安局样本大队",
        "山西省/吕梁市/汾阳市",
        "2019",
        "部门预算");
  }

  @Test
  void a_broadcaster_is_named_by_the_sentence_on_what_it_is() {
    assertMetadata(
        """
        一、单位基本情况
        重庆样本电视集团（总台）是党的新闻宣传机构，由市委宣传部领导。
        三、部门预算情况说明
        2022年年初预算数9000万元。
        """,
        "重庆样本电视集团",
        "重庆市",
        "2022",
        "部门预算");
  }

  @Test
  void a_note_on_an_empty_table_names_the_body() {
    assertMetadata(
        """
        第一部分 概况
        一、本部门职责
        第二部分 2021年度部门决算报表
        说明：冀村镇人民政府没有使用国有资本经营预算安排支出，故本表无数据。
        第三部分 2021年度部门决算情况说明
        """,
        "冀村镇人民政府",
        "山西省/吕梁市/汾阳市",
        "2021",
        "部门决算");
  }

  @Test
  void a_body_named_in_full_is_not_called_by_its_short_name() {
    assertMetadata(
        """
        一、基本情况
        （一）职能职责
        重庆经济技术开发区管理委员会为市政府派出机构，简称经开区管委会。经开区管委会主要履行以下职责：
        二、部门决算情况说明
        2019年度收入总计160341.67万元。
        """,
        "重庆经济技术开发区管理委员会",
        "重庆市/重庆经济技术开发区",
        "2019",
        "部门决算");
  }

  @Test
  void what_a_body_answers_for_names_it_where_it_is_named_again() {
    assertMetadata(
        """
        第四部分 2022年部门预算表
        明细详见：咸安区样本湖泊局2022预算公开表
        一、部门主要职责及机构设置情况
        咸安区样本湖泊局负责保障水资源的合理开发利用，负责节约用水工作。
        """,
        "咸安区样本湖泊局",
        "湖北省/咸宁市/咸安区",
        "2022",
        "部门预算");
    assertMetadata(
        """
        一、机构设置情况
        青川县工商联属一级预算单位。总编制8名。
        第八部分 2022年部门预算公开表
        """,
        "青川县工商联",
        "四川省/广元市/青川县",
        "2022",
        "部门预算");
  }

  @Test
  void the_body_above_that_publishes_the_page_is_not_the_body() {
    assertMetadata(
        """
        发文单位：
        鄂州市农业农村局
        鄂州市样本兽医服务中心主办单位为鄂州市农业农村局，机构职能为动物防疫。
        二、机构设置情况
        内设三科。
        三、预算收支安排及增减变化情况
        2024年部门预算收入2200万元。
        """,
        "鄂州市样本兽医服务中心",
        "湖北省/鄂州市",
        "2024",
        "部门预算");
  }
}
