package org.mingzhang.audit.sentence;

import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.text.FunctionalClasses;
import org.mingzhang.text.Mention;

/**
 * A total and its parts by the words of their labels.
 *
 * @param whole label of the total
 * @param part label of a part
 * @param least number of parts from which a list counts
 * @param last label of a part without which a list need not be complete
 */
record PartFamily(Pattern whole, Pattern part, int least, Pattern last) {
  /** The classes of the functional classification of expenditure. */
  private static final String CLASS = "(?:" + FunctionalClasses.PATTERN + "|其他)支出";

  private static final String BY_MONEY =
      "^(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)(?:财政)?(?:拨款)?(?:收入|支出)?$";

  static final List<PartFamily> ALL =
      List.of(
          of("^(?:本年|部门|单位)?支出(?:预算|总计|合计)$", "^" + CLASS + "$", 3, "^住房保障支出$"),
          of(
              "(?:支出(?:合计|决算|预算|总计)?|预算支出)$",
              "^(?:基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出|结余分配|(?:年末)?结转[和及]?结余|结转下年(?:支出)?)$",
              2),
          of(
              "收入合计$",
              "^(?:财政拨款收入|(?:一般公共预算|政府性基金预算?|国有资本经营预算?)财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入)$",
              2),
          of(
              "收入(?:预算)?(?:合计|总计)$|总收入$|^收入预算$",
              "^(?:(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)(?:财政)?(?:拨款)?(?:收入)?"
                  + "|财政拨款(?:收入)?|财政专户管理资金(?:收入)?|单位资金(?:收入)?|事业收入|上级补助收入|附属单位上缴收入"
                  + "|(?:事业单位)?经营收入|其他收入|(?:上年|年初)结转(?:[和及]?结余)?(?:资金|收入)?)$",
              2,
              "结转|其他收入"),
          of("^(?!.*比).*基本支出$", "^(?:人员经费|(?:日常)?公用经费)$", 2),
          of("政府采购(?:支出)?(?:预算)?(?:金额|合计|总额|总计)*$", "(?:货物|工程|服务)类?(?:采购)?(?:支出|金额|预算)?$", 2),
          of(
              "三公经费(?:.*(?:决算|支出|预算))?(?:总计|合计|总额|共计)?$",
              "^(?:因公出国(?:\\(境\\))?|公务用车|公车|车辆运行|公务接待).*$",
              3),
          of("三公经费.*支出(?:决算)?$", "^(?:公务用车|公务接待).*$", 2, "(?!)"),
          of("支出预算$", "^(?:人员(?:支出|经费)|(?:日常)?公用(?:支出|经费)|项目支出)$", 3),
          of("财政拨款收入(?:预算)?(?:总计|合计)?$", BY_MONEY, 1, "国有资本"),
          of("财政拨款支出(?:预算)?(?:总计|合计)?$", BY_MONEY, 1, "国有资本"),
          of(
              "支出(?:预算)?$",
              "^(?:工资福利支出|商品和?服务支出|对个人和家庭的?补助(?:支出)?|资本性支出|债务利息及费用支出|对企业补助)$",
              2,
              "个人和家庭|资本性"),
          of(
              "资产(?:总额|总计|合计|总值|总?原值|账面(?:原值|价值))?$",
              "^(?:流动资产|固定资产(?:净值)?|对外投资.*|长期(?:股权)?投资|在建工程|无形资产|其他资产|公共基础设施.*|政府储备物资|文物.*|保障性住房.*)$",
              2,
              "其他资产"),
          of(
              "(?:预算安排|预算数|总投资|资金总额|总资金|投入资金|专项资金)(?:资金)?$",
              "^(?:中央|省级?|自治区|市级?|州级?|县级?|区级?|镇级?|本级|上级|地方|企业|单位)(?:级)?(?:财政)?(?:预算|专项|配套|补助|转移支付|自筹)*资金$",
              2,
              "配套|自筹|县|区|本级|州"),
          of("债务限额$", "^(?:一般|专项)债务(?:限额)?$", 2),
          of("债务余额$", "^(?:一般|专项)债务(?:余额)?$", 2),
          of("税收收入(?:完成)?$", "(?:税|税收|税收收入)$", 3, "^(?:其他|其它)"),
          of("\\(类\\)(?:支出)?(?:决算)?$", "^(?!.*\\(类\\)).*\\(项\\)(?:支出)?(?:决算)?$", 2, "(?!)"),
          of("项目总预算$", "^(?!合计|项目总预算).*$", 2));

  static PartFamily of(String whole, String part, int least) {
    return of(whole, part, least, "");
  }

  /** A family whose list is known to be complete only if a part of it matches {@code last}. */
  static PartFamily of(String whole, String part, int least, String last) {
    return new PartFamily(
        Pattern.compile(whole), Pattern.compile(part), least, Pattern.compile(last));
  }

  /** Whether nothing can be missing from a list. */
  boolean complete(List<Mention> parts) {
    return parts.stream().anyMatch(p -> last.matcher(Parts.name(p)).find());
  }
}
