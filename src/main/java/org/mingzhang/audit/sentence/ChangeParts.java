package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.fact.Facts;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;

/**
 * The change of a total against the changes of its parts, compared with the same: {@code
 * 财政拨款支出增加9万元，其中：一般公共预算增加5万元，政府性基金增加4万元，国有资本经营预算增加0万元}. Only parts that are all by definition are
 * added up: the three kinds of budget, the three public expenses.
 */
public final class ChangeParts implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "change-parts",
          Kind.CHANGE_AMOUNT,
          "同一段中总额的增减额与其全部分项的增减额之和",
          "The change of a total and those of all of its parts in one paragraph",
          "最粗一个数的末位2个单位",
          "two units of the last digit of the coarsest number",
          "分项列全时，各分项的增减额相加等于总额的增减额。",
          "Where all parts are listed, their changes add up to that of the total.");

  /** The words of a whole and of each of its parts. */
  private record Family(Pattern whole, List<Pattern> parts) {
    static Family of(String whole, String... parts) {
      return new Family(
          Pattern.compile(whole), List.of(parts).stream().map(Pattern::compile).toList());
    }
  }

  private static final List<Family> FAMILIES =
      List.of(
          Family.of("^(?!.*(?:一般公共预算|政府性基金|国有资本)).*财政拨款", "一般公共预算", "政府性基金", "国有资本经营"),
          Family.of("三公\\p{Punct}?”?经费", "因公出国", "公务用车(?:购置[及和])", "公务接待"),
          Family.of("(?<!基本|项目|经营)支出(?:合计|决算|总计|预算)?", "基本支出", "项目支出"),
          Family.of("基本支出", "人员经费", "公用经费"));

  /** Comparisons of one paragraph after that of a total in which its parts are looked for. */
  private static final int MOST_APART = 40;

  /** A comparison with what changed and what it is against, read once. */
  private record Told(ChangeStatement statement, String subject, String base) {
    static Told of(ChangeStatement statement) {
      return new Told(statement, ChangeParts.subject(statement), ChangeParts.base(statement));
    }

    Passage passage() {
      return statement.passage();
    }
  }

  /** Further kinds of expenditure, whose changes the first two do not hold. */
  private static final Pattern FURTHER = Pattern.compile("经营支出|上缴上级|对附属单位|结转");

  private static final String ABROAD = "因公出国(境)费";
  private static final Pattern BASE = Pattern.compile("[比较与]([^增减，,\\d]*(?:\\d{4}[^增减，,\\d]*)?)");
  private static final Pattern SUBJECT = Pattern.compile("^[^\\d]*(?:20\\d\\d年[^\\d]*)?");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a paragraph is itself, not its like
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    List<Told> all = ChangeStatement.all(reading).stream().map(Told::of).toList();
    List<BigDecimal> abroad = reading.derived(Facts.class, Facts::of).amounts(ABROAD);
    boolean nothingAbroad = abroad.size() == 1 && abroad.getFirst().signum() == 0;
    boolean further = false;
    for (int i = 0; i < all.size(); i++) {
      if (i == 0 || all.get(i).passage() != all.get(i - 1).passage()) {
        further = FURTHER.matcher(all.get(i).passage().compact()).find();
      }
      for (Family family : FAMILIES) {
        ChangeStatement whole = all.get(i).statement();
        if (!further && family.whole().matcher(all.get(i).subject()).find()) {
          parts(all, i, family)
              .filter(parts -> isAll(parts, family, nothingAbroad))
              .flatMap(
                  parts ->
                      compare(
                          whole,
                          parts.stream().map(Told::statement).toList(),
                          parts.size() == family.parts().size()))
              .ifPresent(checks::add);
        }
      }
    }
    return checks;
  }

  private static String text(ChangeStatement statement) {
    return statement.passage().compact().substring(statement.from(), statement.to());
  }

  /** What changed; a second comparison has it from the first of its part of the sentence. */
  private static String subject(ChangeStatement statement) {
    String words = subject(text(statement));
    if (!words.isEmpty() && "比较与".indexOf(words.charAt(0)) < 0) {
      return words;
    }
    return subject(statement.passage().compact().substring(part(statement), statement.to()));
  }

  /** Where the part of the sentence begins in which a comparison stands. */
  private static int part(ChangeStatement statement) {
    String text = statement.passage().compact();
    int from = statement.from() - 1;
    while (from >= 0 && "。；".indexOf(text.charAt(from)) < 0) {
      from--;
    }
    return from + 1;
  }

  private static String subject(String text) {
    Matcher subject = SUBJECT.matcher(text);
    return subject.find() ? subject.group() : "";
  }

  /** What a change is against; the words are the same where the year or the budget is. */
  private static String base(ChangeStatement statement) {
    int end = Math.max(statement.from(), statement.change().start());
    Matcher words = BASE.matcher(statement.passage().compact().substring(statement.from(), end));
    String base = "";
    while (words.find()) {
      base = words.group(1);
    }
    return base.replaceAll("相比|度|预算数?|决算数?", "");
  }

  /** The statements that follow in the paragraph, one for each part of the family. */
  @SuppressWarnings("ReferenceEquality") // a paragraph is itself, not its like
  private static Optional<List<Told>> parts(List<Told> all, int whole, Family family) {
    List<Told> parts = new ArrayList<>();
    List<Told> following =
        all.subList(whole + 1, Math.min(all.size(), whole + 1 + MOST_APART)).stream()
            .takeWhile(s -> s.passage() == all.get(whole).passage())
            .filter(s -> s.base().equals(all.get(whole).base()))
            .toList();
    for (Pattern name : family.parts()) {
      following.stream()
          .filter(s -> name.matcher(s.subject()).find())
          .findFirst()
          .ifPresent(parts::add);
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
  }

  /** All parts, or all but journeys abroad that cost nothing, which then did not grow. */
  private static boolean isAll(List<Told> parts, Family family, boolean nothingAbroad) {
    boolean last = nothingAbroad && family.parts().getFirst().pattern().startsWith("因公出国");
    boolean told = parts.stream().anyMatch(s -> s.subject().contains("因公出国"));
    return parts.size() == family.parts().size()
        || (last && !told && parts.size() == family.parts().size() - 1);
  }

  private static Optional<Check> compare(
      ChangeStatement whole, List<ChangeStatement> parts, boolean complete) {
    BigDecimal stated = signed(whole);
    List<BigDecimal> changes = parts.stream().map(ChangeParts::signed).toList();
    boolean units = parts.stream().allMatch(p -> p.change().unit().equals(whole.change().unit()));
    if (!units) {
      return Optional.empty();
    }
    BigDecimal sum = changes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    int scale =
        changes.stream()
            .filter(c -> c.signum() != 0)
            .mapToInt(BigDecimal::scale)
            .reduce(stated.scale(), Math::min);
    BigDecimal tolerance = BigDecimal.TWO.movePointLeft(Math.max(0, scale));
    if (stated.subtract(sum).abs().compareTo(tolerance) <= 0) {
      return Optional.of(new Check.Agrees());
    }
    if (!complete && stated.compareTo(sum) < 0) {
      return Optional.of(new Check.Undecided("有分项没有写增减额", "the change of a part is not told"));
    }
    return Optional.of(finding(whole, stated, changes, sum));
  }

  private static BigDecimal signed(ChangeStatement statement) {
    BigDecimal value = statement.change().value();
    BigDecimal change = value == null ? BigDecimal.ZERO : value;
    return statement.up() ? change : change.negate();
  }

  private static Check finding(
      ChangeStatement whole, BigDecimal stated, List<BigDecimal> changes, BigDecimal sum) {
    String unit = whole.change().unit();
    String formula =
        changes.stream()
            .map(c -> c.signum() < 0 ? "(" + c.toPlainString() + ")" : c.toPlainString())
            .collect(Collectors.joining(" + "));
    return Draft.at(ABOUT, Severity.PROOF, whole.passage(), part(whole), whole.to())
        .numbers(stated.toPlainString() + unit, sum.toPlainString() + unit)
        .formula(formula, sum, stated)
        .says(
            "各分项的增减额相加为%1$s%2$s，文中写%3$s%2$s。",
            "The changes of the parts add up to %1$s; the document says %3$s.", sum, unit, stated);
  }
}
