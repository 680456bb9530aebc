package org.mingzhang.structure.outline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mingzhang.model.Topic;

/** Tests topics by the meaning of titles. */
class SectionTopicResolverTest {
  @ParameterizedTest
  @CsvSource({
    "部门主要职责,部门概况",
    "机构设置及决算单位构成,部门概况",
    "收入支出决算总体情况说明,收支总体",
    "收入决算表,收入",
    "支出预算情况说明,支出",
    "财政拨款收入支出决算总表,财政拨款收支",
    "一般公共预算财政拨款支出决算结构情况,一般公共预算支出",
    "一般公共预算财政拨款基本支出决算情况说明,基本支出",
    "政府性基金预算财政拨款收入支出决算表,政府性基金",
    "国有资本经营预算支出决算情况说明,国有资本经营",
    "国有资产占有使用情况,国有资产",
    "财政拨款“三公”经费支出决算表,三公经费",
    "机关运行经费支出情况,机关运行经费",
    "政府采购预算说明,政府采购",
    "部门决算中项目绩效自评结果,预算绩效",
    "2024年度部门整体支出绩效自评表,绩效自评表",
    "2024年度部门整体支出绩效评价基础数据表,附件",
    "2023年重点工作完成情况,重点工作",
    "名词解释,名词解释",
    "其他需要说明的情况,其他",
    "2023年度部门决算表,决算表",
    "预算表01,决算表",
    "部门决算公开表8,决算表",
    "决算表12,决算表",
    "2023年度主要工作完成情况,重点工作",
    "资产信息说明,国有资产",
    "车辆购置及保有情况,三公经费",
    "年末结转和结余情况说明,收支总体",
    "部门收入情况,收入",
    "存在的主要问题,预算绩效",
    "部门整体支出管理及使用情况,支出",
    "地方一般公共预算收入完成情况,收入",
    "基金预算收支决算平衡情况,政府性基金",
    "社会保险基金收入决算情况,其他",
    "2023年财政主要工作情况,重点工作",
    "政府性债务管理情况,其他",
    "单位运行经费安排情况说明,机关运行经费",
    "重点项目预算的绩效目标等预算绩效情况说明,预算绩效",
    "项目支出绩效目标表,绩效自评表",
    "一般性支出情况,其他",
    "社会保险基金预算支出情况,其他",
    "一般公共预算收支执行情况,一般公共预算支出"
  })
  void titles_of_the_forms_have_their_topics(String title, String topic) {
    assertThat(SectionTopicResolver.determineTopic(title, null, false, false).label())
        .isEqualTo(topic);
  }

  @Test
  void a_title_that_says_nothing_takes_the_topic_above() {
    assertThat(SectionTopicResolver.determineTopic("项目概况", Topic.PERFORMANCE, false, false))
        .isEqualTo(Topic.PERFORMANCE);
    assertThat(SectionTopicResolver.determineTopic("公务接待费", Topic.GLOSSARY, true, false))
        .isEqualTo(Topic.GLOSSARY);
  }
}
