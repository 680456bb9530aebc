package org.mingzhang.text;

import java.util.List;

/**
 * Names of the 类 of the functional classification of expenditure (支出功能分类), without the final 支出:
 * all names that 政府收支分类科目 has used since 2014, and 医疗卫生 of the years before. 国有资本经营预算支出, 预备费, 其他支出
 * and 转移性支出 are left out.
 */
public final class FunctionalClassNames {
  /** The names: {@code 教育}, {@code 社会保障和就业}. */
  public static final List<String> NAMES =
      List.of(
          "一般公共服务",
          "外交",
          "国防",
          "公共安全",
          "教育",
          "科学技术",
          "文化体育与传媒",
          "文化旅游体育与传媒",
          "社会保障和就业",
          "社会保险基金",
          "医疗卫生与计划生育",
          "医疗卫生",
          "卫生健康",
          "节能环保",
          "城乡社区",
          "农林水",
          "交通运输",
          "资源勘探信息等",
          "资源勘探工业信息等",
          "商业服务业等",
          "金融",
          "援助其他地区",
          "国土海洋气象等",
          "自然资源海洋气象等",
          "住房保障",
          "粮油物资储备",
          "灾害防治及应急管理",
          "债务还本",
          "债务付息",
          "债务发行费用",
          "抗疫特别国债安排的");

  /** A group of a regular expression that matches each of the names. */
  public static final String PATTERN = "(?:" + String.join("|", NAMES) + ")";

  private FunctionalClassNames() {}
}
