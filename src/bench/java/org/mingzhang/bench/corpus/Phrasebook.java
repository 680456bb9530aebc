package org.mingzhang.bench.corpus;

import java.util.Random;

/**
 * Generator of sentences as in disclosures: some that all agencies repeat verbatim, some with
 * random amounts and years, and some composed of so many parts that they hardly repeat.
 */
final class Phrasebook {
  private static final String[] REPEATED = {
    "本单位按照有关规定编制部门预算，所有收入和支出均纳入部门预算管理。",
    "收入决算口径与支出决算口径一致，数据来源于年度部门决算报表。",
    "本年度无政府性基金预算财政拨款收入，也没有使用政府性基金安排的支出。",
    "本年度没有国有资本经营预算财政拨款支出。",
    "公务用车购置及运行维护费反映公务用车车辆购置支出及燃料费、维修费、过桥过路费、保险费等支出。",
    "机关运行经费指为保障行政单位运行用于购买货物和服务的各项资金，包括办公费、印刷费、差旅费、会议费等。",
    "年末结转和结余指本年度或以前年度预算安排、因客观条件发生变化无法按原计划实施，需延迟到以后年度按有关规定继续使用的资金。",
    "基本支出指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。",
    "项目支出指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。",
    "绩效自评结果显示，各项指标完成情况较好，资金使用规范，达到预期效果。",
    "根据预算绩效管理要求，组织对年度一般公共预算项目支出全面开展绩效自评。",
    "因公出国（境）费用反映单位公务出国（境）的国际旅费、国外城市间交通费、住宿费、伙食费、培训费等支出。"
  };

  private static final String[] AMOUNTS = {
    "%d年度收入总计%s万元，与上年相比%s%s万元，%s%s%%，主要原因是%s。",
    "%d年度支出合计%s万元，其中：基本支出%s万元，占比%s%%，较上年%s%s%%，原因是%s。",
    "%d年度财政拨款收入决算%s万元，为年初预算的%s%%，%s%s万元，主要是%s。",
    "%d年度一般公共预算财政拨款支出%s万元，比上年%s%s万元，%s主要用于%s。",
    "%d年度“三公”经费支出决算为%s万元，完成预算的%s%%，比上年%s%s万元，主要是%s。",
    "%d年度机关运行经费支出%s万元，比年初预算数%s%s万元，%s原因是%s。",
    "%d年度政府采购支出总额%s万元，其中：货物支出%s万元，服务支出%s万元，%s%s。"
  };

  private static final String[] VERBS = {
    "推进", "开展", "加强", "落实", "完善", "实施", "保障", "规范", "推动", "深化", "组织", "启动", "完成", "统筹", "优化", "支持",
    "提升", "建设", "改造", "调整", "压减", "新增", "承担", "配合", "监督", "检查", "评估", "宣传", "培训", "维护"
  };
  private static final String[] FIELDS = {
    "农村", "城乡", "社区", "街道", "基层", "重点", "公共", "智慧", "数字", "老旧小区", "中小学", "学前", "特殊教育", "职业教育", "医疗",
    "疾控", "妇幼", "养老", "残疾人", "退役军人", "低保", "困难职工", "青少年", "妇女儿童", "文化", "旅游", "体育", "文物", "图书馆",
    "档案", "水利", "河道", "防汛", "森林", "草原", "耕地", "矿山", "大气", "水环境", "土壤", "固体废物", "交通", "公路", "桥梁",
    "公交", "港口", "物流", "招商", "外贸", "工业园区", "高新技术", "科普", "知识产权", "市场监管", "食品药品", "特种设备", "安全生产",
    "消防", "应急", "信访", "法律援助", "人民调解", "社区矫正", "禁毒", "户籍", "统计", "审计", "税收", "国库", "政府债务", "住房保障",
    "公积金", "物业", "城市管理", "园林绿化", "环境卫生", "垃圾分类", "供水", "供热", "燃气", "电网", "气象", "地震", "粮食", "种业",
    "畜牧", "水产", "农机", "乡村振兴", "易地搬迁", "就业", "社保", "人才", "劳动仲裁", "民族宗教", "侨务", "对外交流", "工会", "共青团",
    "机关党建", "老干部"
  };
  private static final String[] OBJECTS = {
    "设施改造", "服务体系", "综合整治", "监测预警", "信息平台", "专项补助", "能力提升", "示范项目", "标准化建设", "人员经费", "设备购置", "日常运转",
    "宣传教育", "执法检查", "普查登记", "规划编制", "维修养护", "质量抽检", "风险排查", "救助帮扶", "活动经费", "业务培训", "课题研究", "网络安全",
    "档案数字化", "资产清查", "绩效评价", "政策兑现", "贷款贴息", "奖励补贴", "土地征收", "勘察设计", "工程结算", "物资储备", "值班值守", "巡查巡护",
    "病虫害防治", "疫苗接种", "体检筛查", "志愿服务", "文艺演出", "赛事承办", "公益电影", "图书采购", "校园安保", "营养改善", "助学金", "免费师范",
    "驻村工作", "法治宣传"
  };
  private static final String[] RESULTS = {
    "群众满意度明显提高", "服务能力进一步增强", "按期完成年度任务", "资金支付进度加快", "受施工周期影响有所滞后", "项目验收后支付尾款", "人员增加使经费相应增长",
    "落实过紧日子要求压减一般性支出", "上级专项转移支付减少", "新增债券资金安排", "部分项目结转下年", "退休人员增加", "机构改革职能划转", "单价上涨导致成本上升",
    "政策调整标准提高", "采购节约资金", "疫情结束后业务恢复", "历史欠账逐步消化"
  };

  private final Random random;
  private final int year;

  Phrasebook(Random random, int year) {
    this.random = random;
    this.year = year;
  }

  /** A sentence of a random kind. */
  String sentence() {
    int kind = random.nextInt(10);
    if (kind < 2) {
      return REPEATED[random.nextInt(REPEATED.length)];
    }
    return kind < 5 ? amounts() : work();
  }

  /** Name of a project. */
  String project() {
    return of(FIELDS) + of(OBJECTS) + "项目";
  }

  /** An amount in 万元 with two decimals, grouped as accountants do. */
  String amount() {
    double size = Math.exp(random.nextGaussian() * 1.8 + 5);
    return String.format("%,.2f", size);
  }

  /** A number below so many hundredths. */
  String percent() {
    return String.format("%.2f", random.nextDouble() * 100);
  }

  private String amounts() {
    String change = random.nextBoolean() ? "增加" : "减少";
    return switch (random.nextInt(AMOUNTS.length)) {
      case 0 -> fill(0, year, amount(), change, amount(), change, percent(), reason());
      case 1 -> fill(1, year, amount(), amount(), percent(), change, percent(), reason());
      case 2 -> fill(2, year, amount(), percent(), change, amount(), reason());
      case 3 -> fill(3, year, amount(), change, amount(), "", reason());
      case 4 -> fill(4, year, amount(), percent(), change, amount(), reason());
      case 5 -> fill(5, year, amount(), change, amount(), "", reason());
      default -> fill(6, year, amount(), amount(), amount(), of(VERBS), of(FIELDS) + of(OBJECTS));
    };
  }

  private static String fill(int template, Object... values) {
    return String.format(AMOUNTS[template], values);
  }

  private String work() {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      text.append(of(VERBS)).append(of(FIELDS)).append(of(OBJECTS));
      if (random.nextInt(3) == 0) {
        text.append(1 + random.nextInt(300)).append(random.nextBoolean() ? "次" : "个");
      }
      text.append('，');
    }
    return text.append(of(RESULTS)).append('。').toString();
  }

  private String reason() {
    return of(FIELDS) + of(OBJECTS) + "，" + of(RESULTS);
  }

  private String of(String[] words) {
    return words[random.nextInt(words.length)];
  }
}
