package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.text.QuantityMention;

/**
 * The year that a section's first amount is said to be of, and the year that amounts are compared
 * with. The document's other sections must settle which year is meant: at least three say it, and
 * no more than two say another.
 *
 * <p>A class, since which year is right is told by most other sections.
 */
public final class YearOfAmounts implements Rule {
  private static final Pattern FIRST =
      Pattern.compile(
          "(?<year>20\\d{2})年度?，?[^，。\\d]{0,20}?(?:财政拨款)?(?:本年)?(?:决算)?(?:收入|支出|收、支|收支|[“\"]?三公|机关运行经费|政府采购|一般公共预算|财政拨款)[^增减]*$");
  private static final Pattern AGAINST =
      Pattern.compile(
          "(?:与|(?<!同)比|较)(?<year>20\\d{2})年度?(?:决算|执行)?数?(?:分别|各|均)?(?:相比|增加|减少|增长|下降|[\\d.]+万?元)");
  private static final Pattern NAMED = Pattern.compile("^(?<year>20\\d{2})年度?(?<name>.+)$");
  private static final Pattern NOT_A_TOTAL = Pattern.compile("结转|结余|上年|年末|年初(?!预算)|下达|追加");
  private static final int SETTLED = 3;
  private static final int MOST = 2;

  private record Said(Passage passage, int from, int year) {}

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    Integer year = reading.year();
    if (year == null) {
      return List.of();
    }
    List<Said> first = new ArrayList<>();
    List<Said> against = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      if (!passage.mentions().isEmpty()) {
        first(passage, first);
        against(passage, against);
      }
    }
    List<CheckResult> checks = new ArrayList<>(judge(first, year, count(first, year) >= SETTLED));
    long right = count(against, year - 1);
    long wrong = against.stream().filter(s -> s.year() < year - 1).count();
    boolean settled = right > wrong || (wrong == 1 && count(first, year) >= SETTLED);
    checks.addAll(judge(against, year - 1, settled));
    return checks;
  }

  private static long count(List<Said> said, int year) {
    return said.stream().filter(s -> s.year() == year).count();
  }

  private static void first(Passage passage, List<Said> found) {
    QuantityMention mention = passage.mentions().getFirst();
    String label = passage.compact().substring(mention.part(), mention.quantity().start());
    Matcher year = FIRST.matcher(label);
    if (mention.isAmount()
        && !isOfBothYears(passage)
        && !NOT_A_TOTAL.matcher(label).find()
        && year.find()) {
      found.add(new Said(passage, mention.part(), Integer.parseInt(year.group("year"))));
    }
  }

  /** Last year's amount before this year's: {@code 2023年决算数为A。2024年决算数为B}. */
  private static boolean isOfBothYears(Passage passage) {
    if (passage.mentions().size() < 2) {
      return false;
    }
    Matcher first = NAMED.matcher(passage.mentions().getFirst().label());
    Matcher second = NAMED.matcher(passage.mentions().get(1).label());
    return first.find()
        && second.find()
        && first.group("name").equals(second.group("name"))
        && Integer.parseInt(first.group("year")) + 1 == Integer.parseInt(second.group("year"));
  }

  private static void against(Passage passage, List<Said> found) {
    Matcher year = AGAINST.matcher(passage.compact());
    while (year.find()) {
      int from = passage.compact().lastIndexOf('。', year.start()) + 1;
      found.add(new Said(passage, from, Integer.parseInt(year.group("year"))));
    }
  }

  private static List<CheckResult> judge(List<Said> said, int year, boolean settled) {
    List<Said> others = said.stream().filter(s -> s.year() < year).toList();
    List<CheckResult> checks = new ArrayList<>();
    said.stream().filter(s -> s.year() == year).forEach(s -> checks.add(new CheckResult.Agrees()));
    if (settled && others.size() <= MOST) {
      others.forEach(s -> checks.add(finding(s, year)));
    } else if (!others.isEmpty()) {
      checks.add(
          new CheckResult.Undecided("文中写的年度不一致，不能确定", "the document's years do not settle it"));
    }
    return checks;
  }

  private static CheckResult finding(Said said, int year) {
    return FindingDraft.at(
            "year-of-amounts", said.passage(), said.from(), said.passage().sentenceEnd(said.from()))
        .numbers(said.year() + "年", year + "年")
        .says(said.year(), year);
  }
}
