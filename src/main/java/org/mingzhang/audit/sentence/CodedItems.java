package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Formula;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.model.Section;
import org.mingzhang.text.Amount;
import org.mingzhang.text.ChineseNumerals;
import org.mingzhang.text.Mention;

/**
 * A total that is said to consist of the items that follow, each with its seven-digit code or its
 * full name: {@code 一般公共预算财政拨款支出1523.60万元，具体情况如下：（一）2040601行政运行980.50万元…}. The list counts as
 * complete where its numbers go up from one without a gap and every one of them was read.
 */
public final class CodedItems implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "coded-items",
          Kind.SUM,
          "“具体情况如下”的总额与其后带科目编码的各项金额",
          "A total that is told item by item, against the items with their codes",
          "每两个科目0.01",
          "0.01 for each two items",
          "总额由其后逐项列出的科目组成。",
          "The total is made of the items that are listed after it.");
  private static final Pattern LEAD = Pattern.compile("(?:支出|拨款|预算)(?:数|合计|总额)?(?:为|是)?$");
  private static final Pattern FOLLOWS = Pattern.compile("(?:如下|包括|其中)[^。]*:?$|如下[^。]*。?$");
  private static final Pattern ITEM =
      Pattern.compile(
          "^[(]?(?<number>[一二三四五六七八九十]+|\\d{1,2})?[)、.]*(?:(?<code>2\\d{6})(?!\\d)|\\p{IsHan}[\\p{IsHan}、()]{1,24}\\((?<behind>2\\d{6})\\)|[“\"]?(?<name>[\\p{IsHan}、]+\\(类\\)[^，。；\\d]+\\(项\\)))");

  private static final Pattern NUMBERED = Pattern.compile("^[(]?(?:[一二三四五六七八九十]+|\\d{1,2})[)、.]");

  /** What stands between the name of an item and its amount. */
  private static final Pattern OWN =
      Pattern.compile("\\(项\\)[”\"]?(?:科目)?(?:20\\d{2}年)?(?:支出)?(?:预算)?(?:数)?(?:安排)?[为是:]?$");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    List<Passage> passages = reading.passages();
    for (int i = 0; i < passages.size(); i++) {
      Mention lead = lead(passages.get(i));
      if (lead != null) {
        List<Mention> items = items(passages, i + 1);
        if (items.size() >= 2) {
          checks.add(compare(passages.get(i), lead, items));
        }
      }
    }
    return checks;
  }

  private static @Nullable Mention lead(Passage passage) {
    if (!FOLLOWS.matcher(passage.compact()).find()) {
      return null;
    }
    return passage.mentions().stream()
        .filter(m -> m.isAmount() && LEAD.matcher(Subjects.normal(m.label())).find())
        .findFirst()
        .orElse(null);
  }

  /**
   * The items directly after a paragraph, each with its first amount; none where one is not read.
   */
  private static List<Mention> items(List<Passage> passages, int from) {
    List<Mention> items = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (int i = from; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      Section section = passage.section();
      boolean numbered = section.item() && !NUMBERED.matcher(passage.compact()).find();
      Matcher item =
          ITEM.matcher(
              numbered
                  ? section.number().replaceAll("[\\s（）]", "") + passage.compact()
                  : passage.compact());
      if (!item.find()) {
        return items;
      }
      Mention first =
          passage.mentions().stream().filter(Mention::isAmount).findFirst().orElse(null);
      String code = item.group(item.group("code") == null ? "behind" : "code");
      if (first == null
          || (code == null && !OWN.matcher(first.label()).find())
          || !codes.add(code == null ? item.group("name") : code)
          || !follows(item.group("number"), items.size() + 1)) {
        return List.of();
      }
      items.add(first);
    }
    return items;
  }

  private static boolean follows(@Nullable String number, int expected) {
    if (number == null) {
      return true;
    }
    return Character.isDigit(number.charAt(0))
        ? Integer.parseInt(number) == expected
        : ChineseNumerals.parse(number).filter(n -> n == expected).isPresent();
  }

  private static Check compare(Passage passage, Mention lead, List<Mention> items) {
    BigDecimal stated = lead.quantity().value();
    List<BigDecimal> values = new ArrayList<>();
    for (Mention item : items) {
      BigDecimal value = item.quantity().value();
      if (value == null
          || stated == null
          || !(item.quantity() instanceof Amount part)
          || !(lead.quantity() instanceof Amount whole)
          || !part.unit().equals(whole.unit())) {
        return new Check.Undecided("有分项未填写", "a part was left blank");
      }
      values.add(value);
    }
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (stated == null || Tolerance.sumAgrees(stated, sum, values.size() + 1)) {
      return new Check.Agrees();
    }
    return Draft.at(ABOUT, Severity.PROOF, passage, lead.clause(), lead.quantity().end())
        .numbers(stated, sum)
        .formula(Formula.sum(values), sum, stated)
        .says(
            "其后各科目相加为%s，文中写%s。",
            "The items that follow add up to %s; the document says %s.", sum, stated);
  }
}
