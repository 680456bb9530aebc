package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.text.Mention;

/**
 * A total and all its parts in one paragraph. Only lists that are known to be complete are added
 * up: expenditure by kind, income by source, staff and office costs, procurement by kind, the three
 * public expenses, a project's budget that repeats its total.
 */
public final class Parts implements PassageRule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "parts",
          Kind.SUM,
          "同一段中的总额与其全部分项（其中：……）",
          "A total and all of its parts in one paragraph",
          "每两个分项0.01",
          "0.01 for each two parts",
          "列全的分项之和等于总额。",
          "Parts that are all listed add up to their total.");

  private static final Pattern HEADED = Pattern.compile("(?:收入|支出)预算");
  private static final Pattern REMARK = Pattern.compile("\\([^()]{4,}\\)|\\(\\d{3,7}\\)");

  /** The budget of the whole, which may stand between it and its parts. */
  private static final Pattern PLANNED = Pattern.compile("年初预算$");

  private static final Pattern ASIDE = Pattern.compile("^(?:控制在|低于|未超过?)[^，]*预算(?:数|总额)?$");

  private static final Pattern INSIDE = Pattern.compile("^[(（](?:不?含|其中|包括)");

  /** What is spent of an expense that the sentence began with. */
  private static final Pattern SPENT = Pattern.compile("(?:实际)?支出(?:决算)?|决算");

  private static final Pattern SIGN = Pattern.compile("其中|包括|元[:：]|分[:：]|分为");
  private static final Pattern ANNOUNCES =
      Pattern.compile("其中|包括|^[万亿]?元?[:：]|类别分[:：]|按\\p{IsHan}{1,6}分为?");

  /** What comes besides the total is none of its parts: {@code 此外，年初结转和结余32.97万元}. */
  private static final Pattern BESIDES = Pattern.compile("(?:此外|另外|另有|加上)[^。；;]*$");

  private static final Pattern CHANGE =
      Pattern.compile("(?:.*[比较].*|.*(?:总计|合计|支出|收入)[各均]?)?(?:增加|减少|增长|下降|增|减)");

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public void check(Reading reading, Passage passage, List<Check> checks) {
    boolean known = false;
    if (SIGN.matcher(passage.compact()).find()) {
      List<Mention> mentions = passage.mentions().stream().filter(Mention::isAmount).toList();
      List<String> wholes = mentions.stream().map(m -> whole(passage, m)).toList();
      for (PartFamily family : PartFamily.ALL) {
        Optional<Check> check = check(passage, mentions, wholes, family);
        check.ifPresent(checks::add);
        known |= check.isPresent();
      }
    }
    if (!known) {
      shares(passage, reading).ifPresent(checks::add);
    }
  }

  private static Optional<Check> check(
      Passage passage, List<Mention> mentions, List<String> wholes, PartFamily family) {
    for (int i = 0; i < mentions.size(); i++) {
      if (family.whole().matcher(wholes.get(i)).find() && announces(passage, mentions, i)) {
        List<Mention> parts = parts(passage, mentions, i, family);
        if (parts.size() >= family.least()) {
          Optional<Check> check =
              new PartSum(ABOUT, passage, mentions.get(i), parts).check(family.complete(parts));
          if (check.isPresent()) {
            return check;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A list whose shares add up to 100% is complete: its parts add up to the whole. */
  private static Optional<Check> shares(Passage passage, Reading reading) {
    ShareList list = ShareList.of(passage, reading);
    BigDecimal whole = list.whole();
    if (whole == null || !list.isComplete() || !list.fitsItsOwnSum()) {
      return Optional.empty();
    }
    List<Mention> mentions =
        passage.mentions().stream()
            .filter(m -> m.isAmount() && m.quantity().end() <= list.shares().getLast().to())
            .toList();
    if (mentions.stream().anyMatch(m -> isOf(m, list.sum()))) {
      return Optional.of(new Check.Undecided("占比属于另一个数", "the shares are of another amount"));
    }
    for (int i = 0; i < mentions.size(); i++) {
      BigDecimal value = mentions.get(i).quantity().value();
      if (value != null && value.compareTo(whole) == 0) {
        List<Mention> parts = mentions.subList(i + 1, mentions.size());
        return new PartSum(ABOUT, passage, mentions.get(i), parts).check(true);
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(Mention mention, BigDecimal value) {
    BigDecimal own = mention.quantity().value();
    return own != null && own.compareTo(value) == 0;
  }

  private static boolean announces(Passage passage, List<Mention> mentions, int index) {
    int from = mentions.get(index).quantity().end();
    int next = index + 1;
    while (next < mentions.size() && isBetween(mentions.get(index), mentions.get(next))) {
      next++;
    }
    int to = next < mentions.size() ? mentions.get(next).quantity().start() : from;
    return ANNOUNCES.matcher(passage.compact().substring(from, to)).find()
        || passage
            .compact()
            .startsWith("其中", Math.min(passage.sentenceEnd(from), passage.compact().length()));
  }

  /** A budget or a change of the whole, which may stand between it and the word for its parts. */
  private static boolean isBetween(Mention whole, Mention mention) {
    return mention.sentence() == whole.sentence()
        && !ANNOUNCES.matcher(mention.label()).find()
        && (CHANGE.matcher(name(mention)).matches() || ASIDE.matcher(mention.label()).find());
  }

  private static List<Mention> parts(
      Passage passage, List<Mention> mentions, int whole, PartFamily family) {
    List<Mention> parts = new ArrayList<>();
    for (Mention mention : mentions.subList(whole + 1, mentions.size())) {
      String name = name(mention);
      boolean aside = PLANNED.matcher(name).find() || ASIDE.matcher(mention.label()).find();
      if (parts.isEmpty() && aside) {
        continue;
      }
      boolean inside = INSIDE.matcher(mention.label()).find();
      if (inside || CHANGE.matcher(name).matches() || name.equals("合计")) {
        continue;
      }
      boolean repeated = parts.stream().anyMatch(p -> name(p).equals(name));
      if (!family.part().matcher(name).find() || repeated || isBesides(passage, mention)) {
        break;
      }
      parts.add(mention);
    }
    return parts;
  }

  private static boolean isBesides(Passage passage, Mention mention) {
    return BESIDES
        .matcher(passage.compact().substring(mention.part(), mention.quantity().start()))
        .find();
  }

  /** The name of a total; 支出预算：2024年年初预算数 has that of its heading. */
  private static String whole(Passage passage, Mention mention) {
    String name = name(mention);
    String title = passage.section().title();
    if (SPENT.matcher(name).matches() && before(passage, mention).contains("三公")) {
      return "三公经费支出";
    }
    return name.endsWith("年初预算") && HEADED.matcher(title).matches() ? title : name;
  }

  /** The words of the sentence before a mention's own. */
  private static String before(Passage passage, Mention mention) {
    return passage.compact().substring(mention.sentence(), mention.clause());
  }

  static String name(Mention mention) {
    return Subjects.normal(REMARK.matcher(mention.label()).replaceAll(""));
  }
}
