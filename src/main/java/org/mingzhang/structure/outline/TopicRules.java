package org.mingzhang.structure.outline;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Topic;

/**
 * Topic of a section by the meaning of its title; a title that says nothing takes the topic of the
 * section above. Numerals are no key: part three is 情况说明 in one province and 名词解释 in the next.
 */
final class TopicRules {
  /** A topic and the titles it is known by, the most particular first. */
  private record Rule(Topic topic, Pattern pattern) {}

  private static final List<Rule> RULES =
      List.of(
          rule(Topic.GLOSSARY, "名词解释|术语解释"),
          rule(Topic.ANNEX, "基础数据表"),
          rule(Topic.SELF_EVALUATION_TABLE, "(?:自评|绩效|评价|目标).*表|绩效目标自评$"),
          rule(Topic.THREE_PUBLIC, "三公|因公出国|公务用车|公务接待"),
          rule(Topic.OPERATING_EXPENSES, "机关运行经费|运行经费"),
          rule(Topic.PROCUREMENT, "政府采购"),
          rule(Topic.STATE_CAPITAL, "国有资本经营"),
          rule(Topic.STATE_ASSETS, "国有资产|资产占[有用]"),
          rule(Topic.GOVERNMENT_FUNDS, "政府性基金"),
          rule(Topic.OTHER, "社会保险基金|一般性支出|会议费|培训费|购买服务|行政事业性收费|债务情况"),
          rule(Topic.PERFORMANCE, "绩效|评价(?:结论|结果|报告|工作|实施)|自评|存在(?:的|主要)?问题|改进(?:措施|建议)|整改"),
          rule(Topic.BASIC_EXPENDITURE, "基本支出"),
          rule(Topic.GENERAL_PUBLIC_BUDGET, "一般公共预算(?!.*收入支出.*总)|一般公共服务.*支出.*项"),
          rule(Topic.FISCAL_APPROPRIATION, "财政拨款(?:收入)?(?:、)?(?:支出|收支|收入支出)|财政拨款.*总"),
          rule(
              Topic.TOTALS,
              "收入支出(?:决算|预算)?(?:总|情况)|收支(?:决算|预算|总体|总|情况)|收支|结转和?结余|(?:预算|决算)编制(?:情况)?说明|(?:预算|决算)收支"),
          rule(Topic.INCOME, "收入(?:决算|预算|总|情况|表)"),
          rule(Topic.EXPENDITURE, "支出(?:决算|预算|总|情况|表|功能)"),
          rule(Topic.KEY_WORK, "重点工作|重点项目|(?:经费|专项|项目|资金).*情况说明"),
          rule(Topic.ACCOUNT_TABLE, "(?:决算|预算)(?:公开)?(?:报)?表(?:格)?$|公开报表$"),
          rule(
              Topic.OVERVIEW,
              "(?<!项目)概况|职责|职能|机构设置|机构情况|单位构成|机构构成|机构组成|人员(?:概况|编制|情况|构成)|(?:部门|单位)(?:[（(]单位[）)])?(?:基本)?(?:情况|简介|介绍)$|内设机构"),
          rule(Topic.ANNEX, "^附[件表]"),
          rule(Topic.OTHER, "其他(?:相关|重要|需要|应当)?(?:说明|公开)?(?:的)?(?:重要)?(?:事项|情况|内容)|情况说明$|专有名词"));

  private static Rule rule(Topic topic, String regex) {
    return new Rule(topic, Pattern.compile(regex));
  }

  private TopicRules() {}

  /**
   * The topic of a section.
   *
   * @param title its title
   * @param above topic of the section above it, or null for an outermost one
   * @param item whether it is a list item, whose title names a case of what stands above
   * @param annex whether it has the number of an annex
   */
  static Topic topic(String title, @Nullable Topic above, boolean item, boolean annex) {
    if (above == Topic.GLOSSARY) {
      return Topic.GLOSSARY;
    }
    if (item && above != null && above != Topic.OTHER) {
      return above;
    }
    if (above == Topic.KEY_WORK && !title.contains("绩效")) {
      return Topic.KEY_WORK;
    }
    for (Rule rule : RULES) {
      if (rule.pattern.matcher(title).find()) {
        boolean general =
            above == Topic.GENERAL_PUBLIC_BUDGET && rule.topic == Topic.FISCAL_APPROPRIATION;
        return general ? Topic.GENERAL_PUBLIC_BUDGET : rule.topic;
      }
    }
    if (annex) {
      return Topic.ANNEX;
    }
    return above == null || above == Topic.ACCOUNT_TABLE ? Topic.OTHER : above;
  }
}
