package org.mingzhang.audit.invented;

import static org.mingzhang.audit.invented.PlantedError.both;
import static org.mingzhang.audit.invented.PlantedError.change;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.Topic;

/** Errors in the sentences of final accounts. */
final class SentenceErrors {
  private static final String NUMBER = " ?([\\d.]+) ?";
  private static final String GROWTH = "(?:增长|上升|下降|降低)(?:了|比例为|幅度为)?" + NUMBER;
  private static final Pattern AMOUNT = Pattern.compile("(\\d+\\.\\d\\d) ?万元");

  private SentenceErrors() {}

  static List<PlantedError> all() {
    List<PlantedError> errors = new ArrayList<>();
    for (Genre genre : List.of(Genre.ACCOUNT, Genre.TEXT)) {
      rates(genre, errors);
      sums(genre, errors);
      words(genre, errors);
    }
    errors.add(change("text-against-table", Genre.ACCOUNT, p -> shift(p, "FISCAL_.*")));
    errors.add(change("same-figure", Genre.TEXT, SentenceErrors::twoTotals));
    errors.add(change("class-items", Genre.TEXT, SentenceErrors::classes));
    errors.add(both("figure-sums", Genre.TEXT, p -> threeSum(p, 0), p -> threeSum(p, 300)));
    errors.add(both("vehicle-cost", Genre.TEXT, p -> kept(p, "3.20"), p -> kept(p, "0.00")));
    errors.add(change("operating-cost", Genre.ACCOUNT, p -> shift(p, "OPERATING_.*")));
    return errors;
  }

  private static void rates(Genre genre, List<PlantedError> errors) {
    String completion = "(?:完成(?:全年|年初)?预算数?(?: ?[\\d.]+ ?万元)?的|预算完成率为|执行率为?)";
    errors.add(change("completion-rate", genre, p -> p.rate(".*", completion + NUMBER + "%")));
    errors.add(change("change-rate", genre, p -> p.rate(".*", GROWTH + "%")));
    errors.add(change("difference-rate", genre, p -> p.rate("ANNEX", "差异率([\\d.]+)%")));
    errors.add(change("share", genre, p -> p.rate(".*", "占[^，。；\\d]{0,20}([\\d.]+) ?%")));
    errors.add(
        both(
            "zero-budget",
            genre,
            p -> p.say(Topic.GENERAL_PUBLIC_BUDGET, "抚恤年初预算为0万元，支出决算为0万元，主要是没有发生。"),
            p -> p.say(Topic.GENERAL_PUBLIC_BUDGET, "抚恤年初预算为0万元，支出决算为0万元，完成年初预算的100%。")));
    errors.add(
        both(
            "zero-base",
            genre,
            p -> operating(p, "%s万元，上年没有此项支出"),
            p -> operating(p, "%1$s万元，比2023年度增加%1$s万元，增长100%%")));
    errors.add(
        both("three-public-budget", genre, p -> parts(p, "，无预算"), p -> parts(p, "，完成预算的50%")));
    errors.add(
        change(
            "award-shares",
            genre,
            p -> p.change("PROCUREMENT", "支出金额的(100)%", (r, all) -> p.some(20, 90) + "")));
  }

  private static void sums(Genre genre, List<PlantedError> errors) {
    errors.add(
        change("parts", genre, p -> p.amount("PROCUREMENT", "(?:货物|工程|服务)(?:支出|采购金额)([\\d.]+)万元"))
            .with("share"));
    errors.add(change("item-totals", genre, SentenceErrors::lead));
    if (genre == Genre.ACCOUNT) {
      errors.add(
          change("text-against-table", genre, p -> p.more("TOTALS", "年[初末]结转和结余([\\d.]+)万元"))
              .with("parts"));
    }
    // where there are tables, the balance of the table contradicts the one of the text
    errors.add(
        change(
                genre == Genre.ACCOUNT ? "text-against-table" : "fund-balance",
                genre,
                p -> p.amount("FISCAL_.*", "年[初末]结转和?结余([\\d.]+)万元"))
            .with("fund-balance"));
    errors.add(
        change(
            "listed-costs",
            genre,
            p ->
                p.change(
                    "BASIC_.*",
                    "(?:基本工资|办公费)([\\d.]+)万元",
                    (r, all) -> new BigDecimal(r).add(new BigDecimal("900")).toPlainString())));
    errors.add(
        change(
            "vehicle-count",
            genre,
            p ->
                p.change(
                    "STATE_ASSETS",
                    "共有车辆(\\d)辆，其中：应急",
                    (r, all) -> String.valueOf(Integer.parseInt(r) + 1 + p.random().nextInt(3)))));
    errors.add(change("over-budget", genre, p -> p.amount("ANNEX", "超出年初预算([\\d.]+)万元")));
    errors.add(change("reception-per-head", genre, SentenceErrors::perHead));
    errors.add(both("cost-per-head", genre, p -> relieved(p, 1200), p -> relieved(p, 1500)));
    errors.add(
        change(
            "small-business-awards",
            genre,
            p ->
                p.change(
                    "PROCUREMENT",
                    "在其他政府采购项目中[^。]*采购金额([\\d.]+)万元",
                    (r, all) -> new BigDecimal(r).add(p.some(60, 90)).toPlainString())));
    errors.add(
        change("part-above-whole", genre, p -> p.more("PROCUREMENT", "小微企业合同金额([\\d.]+)万元"))
            .with("share"));
    errors.add(
        both(
            "carry-over",
            genre,
            p -> p.say(Topic.ANNEX, "2024年决算报表的结转结余见附表。"),
            p -> {
              p.say(Topic.ANNEX, "2024年决算报表结转结余为零。");
              return "";
            }));
    errors.add(
        both("evaluated-projects", genre, p -> projects(p, "60.00"), p -> projects(p, "80.00")));
    errors.add(both("target-rate", genre, p -> trained(p, "0.00"), p -> trained(p, "6.00")));
    errors.add(both("class-list", genre, p -> listed(p, "0.00"), p -> listed(p, "9.00")));
  }

  /** Relief of some people and what one of them received. */
  private static String relieved(Pen pen, int each) {
    int people = 100 + pen.random().nextInt(900);
    BigDecimal total =
        BigDecimal.valueOf(people * 1200L).movePointLeft(4).setScale(2, RoundingMode.HALF_UP);
    return pen.say(Topic.ANNEX, "为%d名困难群众发放补助%s万元，人均%d元。".formatted(people, total, each));
  }

  /** What was counted against its target, the rate printed too high. */
  private static String trained(Pen pen, String over) {
    int target = 100 + pen.random().nextInt(900);
    int done = target / 2 + pen.random().nextInt(target);
    BigDecimal rate =
        BigDecimal.valueOf(done * 100L).divide(BigDecimal.valueOf(target), 2, RoundingMode.HALF_UP);
    return pen.say(
        Topic.ANNEX,
        "培训%d人次，完成年度任务%d人次的%s%%。".formatted(done, target, rate.add(new BigDecimal(over))));
  }

  /** Expenditure class by class, the last one printed too large. */
  private static String listed(Pen pen, String over) {
    BigDecimal first = pen.some(20, 90);
    BigDecimal second = pen.some(20, 90);
    BigDecimal third = pen.some(20, 90);
    return pen.say(
        Topic.ANNEX,
        "收支总预算%s万元，支出包括：教育支出%s万元、卫生健康支出%s万元、住房保障支出%s万元。"
            .formatted(
                first.add(second).add(third), first, second, third.add(new BigDecimal(over))));
  }

  private static void words(Genre genre, List<PlantedError> errors) {
    errors.add(
        change(
            "comparison-words",
            genre,
            p ->
                p.change(
                    "GENERAL_.*",
                    "决算数(大于|小于|等于)(?:年初)?预算数",
                    (r, all) -> r.equals("小于") ? "大于" : "小于")));
    errors.add(
        both(
            "unchanged-reason", genre, p -> unchanged(p, "收支规模未变"), p -> unchanged(p, "人员经费支出减少")));
    errors.add(
        change(
            "unit-slip",
            genre,
            p -> p.change("TOTALS|FISCAL_.*", "(?:增加|减少) ?[\\d.]+ ?(万元)", (r, all) -> "元")));
    errors.add(
        change(
            "missing-unit",
            genre,
            p ->
                p.change(
                    "OPERATING_.*|GENERAL_.*", "(?:增长|上升|下降|降低)\\d+\\.\\d+(%)", (r, all) -> "")));
  }

  private static BigDecimal first(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.find()) {
      throw new Pen.NoPlace();
    }
    return new BigDecimal(amount.group(1));
  }

  private static String operating(Pen pen, String words) {
    return pen.change(
        "OPERATING_.*", "机关运行经费(?:支出)? ?([\\d.]+万元[^。]*)", (r, all) -> words.formatted(first(r)));
  }

  private static String unchanged(Pen pen, String reason) {
    String cut = "(2024年度?收[^。|]*总计.*)";
    return pen.change(
        "TOTALS",
        "^" + cut,
        (r, all) -> "2024年度收、支总计均为" + first(r) + "万元，与上年持平。主要原因是" + reason + "。");
  }

  private static String parts(Pen pen, String rate) {
    BigDecimal whole = pen.some(3, 9);
    return pen.rewrite(
        Topic.THREE_PUBLIC,
        "“三公”经费财政拨款支出决算为%1$s万元，完成预算的100%%。|公务用车购置及运行维护费支出%1$s万元，完成预算的100%%。|".formatted(whole)
            + "公务接待费支出0.00万元"
            + rate
            + "。");
  }

  private static String threeSum(Pen pen, int more) {
    BigDecimal abroad = pen.some(2, 9);
    BigDecimal cars = pen.some(2, 9);
    BigDecimal guests = pen.some(2, 9);
    BigDecimal whole = abroad.add(cars).add(guests).add(BigDecimal.valueOf(more, 2));
    return pen.rewrite(
        Topic.THREE_PUBLIC,
        "2024年度“三公”经费财政拨款支出决算为%s万元。|1.因公出国（境）费支出决算为%s万元。|2.公务用车购置及运行费支出决算为%s万元。|3.公务接待费支出决算为%s万元。"
            .formatted(whole, abroad, cars, guests));
  }

  private static String kept(Pen pen, String cost) {
    return pen.rewrite(
        Topic.THREE_PUBLIC, "公务用车购置及运行费支出决算为" + cost + "万元。|截至2024年12月31日，公务用车保有量为2辆。");
  }

  private static String projects(Pen pen, String money) {
    return pen.rewrite(
        Topic.PERFORMANCE,
        "共涉及项目2个，资金"
            + money
            + "万元。|修缮项目绩效自评综述：项目全年预算数为40.00万元，执行数为40.00万元，完成预算的100%。|"
            + "宣传项目绩效自评综述：项目全年预算数为20.00万元，执行数为10.00万元，完成预算的50%。");
  }

  private static String perHead(Pen pen) {
    if (!pen.has("THREE_PUBLIC", "公务接待费(?:支出决算为|支出|全年预算)")) {
      throw new Pen.NoPlace();
    }
    return pen.change(
        "THREE_PUBLIC", "人均接待费用?(\\d+)元", (r, all) -> String.valueOf(Integer.parseInt(r) * 3 + 20));
  }

  /** Another total than elsewhere, with the rate that follows from it. */
  private static String shift(Pen pen, String topics) {
    return pen.change(
        topics,
        "^((?!.*(?:年初|上年[^，。]{0,10}总计|\\d{4}年[^，。相]{0,12}[\\d.]+万元[^，。]{0,6}[增减比]).*).*(?:增加|减少).*)$",
        (r, all) -> shifted(r, pen));
  }

  private static String twoTotals(Pen pen) {
    if (!pen.has("TOTALS", "总计[\\d.]+万元，(?:其中：|包括：)")) {
      throw new Pen.NoPlace();
    }
    shift(pen, "TOTALS");
    return "";
  }

  private static String shifted(String text, Pen pen) {
    BigDecimal total = first(text);
    BigDecimal wrong = total.add(pen.some(20, 50));
    Matcher change = Pattern.compile("(增加|减少) ?([\\d.]+) ?万元").matcher(text);
    Matcher rate = Pattern.compile(NUMBER + "%").matcher(text);
    if (!change.find() || !rate.find()) {
      throw new Pen.NoPlace();
    }
    BigDecimal by = new BigDecimal(change.group(2));
    BigDecimal before = change.group(1).equals("增加") ? wrong.subtract(by) : wrong.add(by);
    BigDecimal right = percent(by, before, new BigDecimal(rate.group(1)).scale());
    return text.replace(total.toPlainString(), wrong.toPlainString())
        .replace(rate.group(1) + "%", right + "%")
        .replace(rate.group(1) + " %", right + " %");
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole, int scale) {
    return part.movePointRight(2).divide(whole, scale, RoundingMode.HALF_UP);
  }

  /** The lead's budget, with the rate that follows from it, is not that of its items. */
  private static String lead(Pen pen) {
    Function<String, String> shift =
        text -> {
          Matcher budget = Pattern.compile("年?初?预算数?为?" + NUMBER + "万元").matcher(text);
          Matcher result = Pattern.compile("决算数?为?" + NUMBER + "万元").matcher(text);
          Matcher rate = Pattern.compile(NUMBER + "%").matcher(text);
          if (!budget.find() || !result.find() || !rate.find()) {
            throw new Pen.NoPlace();
          }
          BigDecimal wrong = new BigDecimal(budget.group(1)).add(pen.some(20, 50));
          BigDecimal done =
              percent(
                  new BigDecimal(result.group(1)), wrong, new BigDecimal(rate.group(1)).scale());
          return text.replace(budget.group(1), wrong.toPlainString())
              .replace(rate.group(1) + "%", done + "%");
        };
    return pen.change(
        "GENERAL_.*",
        "^([^（]*年初预算[^（]*完成[^（]*|[^（]*年初预算[^（]*为年初预算的[^（]*)$",
        (r, all) -> shift.apply(r));
  }

  /** Two classes have other amounts, with the shares that follow, than the sums of their items. */
  private static String classes(Pen pen) {
    pen.change(
        "GENERAL_.*",
        "^([^|]*社会保障[^|]*住房保障[^|]*)$",
        (r, all) -> {
          BigDecimal by = pen.some(3, 9);
          String one = moved(r, "社会保障和就业[^，；。\\d]*", by);
          return moved(one, "卫生健康[^，；。\\d]*", by.negate());
        });
    return "";
  }

  private static String moved(String text, String name, BigDecimal by) {
    Matcher part = Pattern.compile("(" + name + ")([\\d.]+)(万元，占[^\\d]*)([\\d.]+)%").matcher(text);
    if (!part.find()) {
      throw new Pen.NoPlace();
    }
    BigDecimal amount = new BigDecimal(part.group(2)).add(by);
    BigDecimal share = percent(amount, first(text), new BigDecimal(part.group(4)).scale());
    return text.substring(0, part.start())
        + part.group(1)
        + amount
        + part.group(3)
        + share
        + "%"
        + text.substring(part.end());
  }
}
