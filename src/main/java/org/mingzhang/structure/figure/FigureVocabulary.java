package org.mingzhang.structure.figure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Topic;

/** Normalised names of figures: from the words before an amount to the name it is filed under. */
final class FigureVocabulary {
  private record Rule(Pattern pattern, List<String> names) {
    static Rule of(String pattern, String... names) {
      return new Rule(Pattern.compile(pattern), List.of(names));
    }
  }

  private static final String BOTH = "(?:收入?[、和]?支出?|收入总计[、和]支出)";

  /** First match wins; a rule names one figure, or two where one amount is stated of both. */
  private static final List<Rule> RULES =
      List.of(
          Rule.of("财政拨款" + BOTH + "(?:(?:决算|预算)?总(?:计|额|预算|决算|体)|预算$)", "财政拨款收入总计", "财政拨款支出总计"),
          Rule.of("^财政拨款收支$", "财政拨款收入总计", "财政拨款支出总计"),
          Rule.of("^一般公共预算(?:财政拨款)?收支(?:预算|决算)?(?:总计|总额)?$", "一般公共预算财政拨款收入", "一般公共预算财政拨款支出"),
          Rule.of(
              "^政府性基金(?:预算)?(?:财政拨款)?收支(?:预算|决算)?(?:总计|总额)?$", "政府性基金预算财政拨款收入", "政府性基金预算财政拨款支出"),
          Rule.of(BOTH + "(?:(?:决算|预算)?总(?:计|额|预算|决算)|预算$)", "收入总计", "支出总计"),
          Rule.of("财政拨款(?:收入总(?:计|预算|决算)|总收入)", "财政拨款收入总计"),
          Rule.of("一般公共预算财政拨款支出总计", "一般公共预算财政拨款支出"),
          Rule.of("财政拨款(?:支出总(?:计|预算|决算)|总支出)", "财政拨款支出总计"),
          Rule.of("收入(?:决算|预算)?总(?:计|预算|决算)|^(?:预算|决算)?总收入$", "收入总计"),
          Rule.of("支出(?:决算|预算)?总(?:计|预算|决算)|^(?:预算|决算)?总支出$", "支出总计"),
          Rule.of("^(?:预算|决算)收入总[数额]$", "收入总计"),
          Rule.of("^(?:预算|决算)支出总[数额]$", "支出总计"),
          Rule.of("^本年收入(?:总额)?$|^(?:本年)?收入合计$|^决算收入$", "本年收入合计"),
          Rule.of("^本年支出(?:总额)?$|^(?:本年)?支出合计$|^决算支出$", "本年支出合计"),
          Rule.of("^(?:预算收入|收入预算合计|预算收入合计)$", "收入预算"),
          Rule.of("^(?:预算支出|支出预算合计|预算支出合计)$", "支出预算"),
          Rule.of("正常运转的?日常支出$|正常运转.*发生的?(?:各项)?支出$", "基本支出"),
          Rule.of("专项(?:业务)?工作的?(?:经费)?支出$|(?:特定|专项).*(?:任务|目标).*发生的?(?:各项)?支出$", "项目支出"),
          Rule.of("^一般公共预算(?:当年)?拨款收入$", "一般公共预算财政拨款收入"),
          Rule.of("^一般公共预算(?:财政拨款|拨款)?基本支出$", "一般公共预算财政拨款基本支出"),
          Rule.of("(?:^|等)人员(?:经费|支出)(?:支出)?$", "人员经费"),
          Rule.of("(?:^|等)(?:日常)?公用(?:经费|支出)(?:支出)?$", "公用经费"),
          Rule.of("基本支出总额$", "基本支出"),
          Rule.of("项目支出总额$", "项目支出"),
          Rule.of("出国.*接待.*车|出国.*车.*接待|车.*出国.*接待", "三公经费"),
          Rule.of("外宾接待", "外宾接待支出"),
          Rule.of("外事接待", "外事接待支出"),
          Rule.of("国内(?:公务)?接待", "国内公务接待支出"),
          Rule.of("出国", "因公出国(境)费"),
          Rule.of("公(?:务用?)?车购置费?[及和与、]运[行维]|^购置[及和]运行维?护?费", "公务用车购置及运行费"),
          Rule.of("公(?:务用?)?车辆?运[行维]|^车辆运行(?:维护)?费", "公务用车运行费"),
          Rule.of("(?:公(?:务用?)?车购置|购置公务用车|^车辆购置(?!税))", "公务用车购置费"),
          Rule.of("公务接待", "公务接待费"),
          Rule.of("三公", "三公经费"),
          Rule.of("机关运行经费预算", "机关运行经费预算"),
          Rule.of("机关运行经费", "机关运行经费"),
          Rule.of("^(?:资金)?(?:及时|实际)?到位(?:资金)?$|资金.*到位$", "项目到位资金"),
          Rule.of("政府采购支出总额$", "政府采购支出总额"),
          Rule.of("^政府采购安排$", "政府采购预算"),
          Rule.of("^政府采购$", "政府采购金额"),
          Rule.of("^(?:政府)?集中采购$", "政府集中采购"),
          Rule.of("^(?:政府)?分散采购$", "政府分散采购"),
          Rule.of("授予中小企业合同", "授予中小企业合同金额"),
          Rule.of("授予小微企业合同", "授予小微企业合同金额"));

  private static final Pattern QUOTES = Pattern.compile("[“”\"'‘’《》\\[\\]]");
  private static final Pattern THREE_PUBLIC_PART = Pattern.compile("因公出国.*|公务用车.*|公务接待费");

  /** Titles of sections on the money of the whole body, not of one of its projects. */
  private static final Pattern DEPARTMENT =
      Pattern.compile("三公|收入预算|支出预算|机关运行|政府采购|收支|财政拨款|一般公共预算|政府性基金|国有资本|基本支出|部门|单位预算");

  /** What does not name a figure: a comparison, a direction, an average. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "^(?:比|较|与|完成|同比|相比|增加|减少|增长|下降|上升|降低|增减|超出|超过).*|.*(?:人均|车均|辆均|户均|每人|平均|大于|小于|高于|低于).*");

  private static final Pattern MONEY =
      Pattern.compile(
          "收入|支出|经费|预算|决算|资金|金额|结余|结转|余额|限额|债务|债券|转移支付|计划|总额|总计|合计|补助|津贴|补贴|采购份额|工资|奖金|缴费|公积金|费用?$|金$|税[种收]?$|财力结算$");

  /** Words that name no figure without a subject. */
  private static final Pattern BARE =
      Pattern.compile("(?:共|共计|合计)?(?:支出|收入|资金|金额|经费|费用|费用支出|经费支出|预算|决算|支出决算|合计|总计|总额)数?");

  /** 上缴上级支出、经营支出、对附属单位补助支出0万元 states one amount of each. */
  private static final Pattern SEVERAL =
      Pattern.compile("\\p{IsHan}{2,}(?:收入|支出)(?:、\\p{IsHan}{2,}(?:收入|支出))+");

  private static final Pattern WORDS = Pattern.compile("[\\p{IsHan}()、A-Za-z]{2,32}");
  private static final Pattern TAIL =
      Pattern.compile("(?:分别|均|共计|共|约|达到?|共安排|累计|(?:累计|已)?完成|总共|为|是|计(?<![合总小共]计)|:|的)+$");
  private static final Pattern HEAD =
      Pattern.compile(
          "^(?:其中|相应(?:安排)?|(?:本?(?:部门|单位|局|委)(?:机关|本级)?[及和]?)?(?:所|下)属(?:各|预算)*单位|[和及](?=人员|公用|日常公用|项目|基本)|为(?=年初预算)|(?:一般公共预算)?财政拨款安排的(?=.{2,4}费)|(?:经?(?:省|市|上级)\\p{IsHan}{0,6})?(?:核定|批准|下达)(?:我|全)?[省市县区州旗]?(?:本级)?(?=\\p{IsHan}*(?:限额|债务))|同时|另外|此外|加上|(?:实现|完成)(?=\\p{IsHan}{2,14}(?:收入|支出)$)|包括|主要是|主要|本年度|本年(?=财政|一般|政府|国有)|当年|全年(?!预算|执行)|中(?!央)|在|用于|安排|(?:本|我)(?:部门|单位|机关|级|局|会|校|院))+(?=\\p{IsHan}{2})");

  /** 维修费1.34、会议费0.98万元: an amount that lost its unit is not part of the next name. */
  private static final Pattern UNIT_LOST = Pattern.compile("^.*\\d、(?=\\p{IsHan}[^\\d]*$)");

  /** A number in front; before the kinds of expenditure its mark may be lost: 1基本支出. */
  private static final Pattern NUMBER =
      Pattern.compile("^(?:[(（]?[\\d一二三四五六七八九十]+[)）.、．])+|^\\d{1,2}(?=(?:基本|项目|人员|公用)(?:支出|经费))");

  /** The code of an economic classification beside its name: 工资福利支出（301）, 30201-办公费. */
  private static final Pattern ECONOMIC_CODE =
      Pattern.compile("\\([35]\\d{2}(?:\\d{2})?\\)|^[35]\\d{2}(?:\\d{2})?[-—]*(?=\\p{IsHan})");

  private static final Pattern REMARK = Pattern.compile("\\([^()]{4,}\\)");
  private static final Pattern YEAR = Pattern.compile("^.*(?:19|20)\\d{2}(?:年度?末?(?!初)|(?=年初))");

  /** 公务用车购置费2021年决算数: the year stands behind the name. */
  private static final Pattern NAMED_YEAR =
      Pattern.compile("^(?:其中[:,，]?)?(公务(?:用车(?:购置|运行(?:维护)?)|接待)费)20\\d{2}年度?(?=年初预算|预算|决算)");

  /** The total of one kind of money is not the body's: 政府性基金预算财政拨款收入决算总计. */
  private static final Pattern TOTAL_OF_FUND =
      Pattern.compile("(?<=(?:政府性基金|国有资本经营).{0,10}(?:收入|支出))(?:决算|预算)?(?:总计|合计|总额)(?=[为是]?$)");

  /** 部门预算收入 and 预算年度部门总收入 are the income, whoever has it. */
  private static final Pattern WHOSE =
      Pattern.compile("^(?:预算年度)?(?:部门|单位|机关|学校|医院|全[校院])(?=(?:预算|决算)?总?(?:收入|支出|收支)|(?:基本|项目)支出)");

  /** 事业收入30万元（含教育收费10万元）: what a bracket names is a figure of its own. */
  private static final Pattern OPEN_BRACKET = Pattern.compile("^.*\\((?:其中|含|包括)?(?=[^()]*$)");

  /** 某街道办事处（本级）收入预算: which part of the agency it is of. */
  private static final Pattern OWN_LEVEL = Pattern.compile("^\\([^()]{0,3}(?:本级|本部|机关|单位)\\)");

  private static final int SHORTEST_NAME = 4;

  private FigureVocabulary() {}

  /** Label without numbering, agency, year, quotation marks and closing verb. */
  static String clean(String label, String agency) {
    String plain = QUOTES.matcher(label).replaceAll("");
    plain = REMARK.matcher(plain).replaceAll("");
    plain = OPEN_BRACKET.matcher(plain).replaceFirst("");
    plain = UNIT_LOST.matcher(plain).replaceFirst("");
    plain = NUMBER.matcher(plain).replaceFirst("");
    plain = ECONOMIC_CODE.matcher(plain).replaceFirst("");
    plain = TOTAL_OF_FUND.matcher(plain).replaceFirst("");
    plain = NAMED_YEAR.matcher(plain).replaceFirst("$1");
    Matcher year = YEAR.matcher(plain);
    plain = year.find() ? plain.substring(year.end()) : plain;
    if (!agency.isEmpty() && plain.contains(agency)) {
      plain = plain.substring(plain.lastIndexOf(agency) + agency.length());
      plain = OWN_LEVEL.matcher(plain).replaceFirst("");
    }
    plain = plain.substring(shortName(plain, agency));
    plain = TAIL.matcher(plain).replaceFirst("");
    plain = HEAD.matcher(plain).replaceFirst("");
    return WHOSE.matcher(plain).replaceFirst("").strip();
  }

  /**
   * Length of the agency's name without its province or city where a label begins with it: {@code
   * 样本县司法局收入预算} of 示例省样本县司法局.
   */
  private static int shortName(String label, String agency) {
    for (int from = 1; from + SHORTEST_NAME <= agency.length(); from++) {
      if (label.startsWith(agency.substring(from))) {
        int end = agency.length() - from;
        return end
            + label.length()
            - end
            - OWN_LEVEL.matcher(label.substring(end)).replaceFirst("").length();
      }
    }
    return 0;
  }

  /** Whether a title is about the money of the whole body. */
  static boolean ofDepartment(String title) {
    return DEPARTMENT.matcher(title).find();
  }

  /** Whether a label says what kind of amount it is, and not of what. */
  static boolean isBare(String label) {
    return BARE.matcher(label).matches();
  }

  /** Whether a name is one of the three public expenses. */
  static boolean isPartOfThreePublic(String name) {
    return THREE_PUBLIC_PART.matcher(name).matches();
  }

  /** The names of a cleaned label; empty where it names no figure. */
  static List<String> names(String label, Topic topic) {
    if (NO_NAME.matcher(label).matches()) {
      return List.of();
    }
    String ofTopic = ofTopic(label, topic);
    if (ofTopic != null) {
      return List.of(ofTopic);
    }
    if (SEVERAL.matcher(label).matches()) {
      return List.of(label.split("、"));
    }
    for (Rule rule : RULES) {
      if (rule.pattern().matcher(label).find()) {
        return rule.names();
      }
    }
    boolean named = WORDS.matcher(label).matches() && !BARE.matcher(label).matches();
    return named && MONEY.matcher(label).find() ? List.of(label) : List.of();
  }

  /** What a label that says little means in sections on a topic, or null. */
  private static @Nullable String ofTopic(String label, Topic topic) {
    if (label.equals("财政拨款")) {
      return topic == Topic.EXPENDITURE ? "财政拨款支出" : "财政拨款收入";
    }
    String side = label.replace("本年", "");
    boolean plain = side.equals("收入") || side.equals("支出");
    return switch (topic) {
      case FISCAL_APPROPRIATION ->
          label.matches("(?:收入|支出)总(?:计|预算|决算)") ? "财政拨款" + label.substring(0, 2) + "总计" : null;
      case GENERAL_PUBLIC_BUDGET -> label.equals("一般公共预算当年拨款") ? "一般公共预算财政拨款支出" : null;
      case TOTALS -> label.equals(side) && plain ? label + "总计" : null;
      case STATE_CAPITAL -> plain ? "国有资本经营预算财政拨款" + side : null;
      case GOVERNMENT_FUNDS -> plain ? "政府性基金预算财政拨款" + side : null;
      default -> null;
    };
  }
}
