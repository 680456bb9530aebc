package org.mingzhang.audit.sentence;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.text.ChineseNumerals;
import org.mingzhang.text.QuantityMention;

/**
 * {@code 共安排4个项目，资金872万元，其中：甲项目320万元，乙项目…}: as many amounts as projects are the whole list and add
 * up to the money.
 *
 * <p>A class, since whether its parts are all there is told by their number.
 */
public final class CountedList implements PassageRule {
  private static final String NUMBER = "\\d{1,2}|[一二三四五六七八九十]{1,3}";
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?:(?:项目|资金|经费)(?:共|有|为)*(?<after>"
              + NUMBER
              + ")[个项]|(?<before>"
              + NUMBER
              + ")个[^，。；\\d]{0,8}项目)");
  private static final Pattern ANNOUNCES = Pattern.compile("其中|(?<=元)[:：]|包括|分别");
  private static final Pattern CHANGE = Pattern.compile("增加|减少|增长|下降|上升|上年|去年|预算|[比较]|结转|其中|剩余|支出");

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    if (!passage.compact().contains("元")) {
      return;
    }
    Matcher counted = COUNTED.matcher(passage.compact());
    while (counted.find()) {
      judge(passage, counted).ifPresent(checks::add);
    }
  }

  private static Optional<CheckResult> judge(Passage passage, Matcher counted) {
    int end = passage.sentenceEnd(counted.end());
    Matcher announced = ANNOUNCES.matcher(passage.compact()).region(counted.end(), end);
    int parts = announced.find() ? announced.start() : -1;
    if (parts < 0) {
      return Optional.empty();
    }
    List<QuantityMention> amounts =
        passage.mentions().stream()
            .filter(m -> m.isAmount() && m.clause() >= counted.start() && m.clause() < end)
            .toList();
    List<QuantityMention> wholes =
        amounts.stream().filter(m -> m.quantity().end() <= parts).toList();
    List<QuantityMention> listed =
        amounts.stream().filter(m -> m.quantity().start() > parts).toList();
    boolean plain =
        wholes.size() == 1
            && listed.size() == number(counted)
            && listed.size() >= 2
            && listed.stream().noneMatch(m -> CHANGE.matcher(m.label()).find())
            && new MentionSum(listed, wholes.getFirst()).isPlain();
    return plain ? Optional.of(compare(passage, wholes.getFirst(), listed)) : Optional.empty();
  }

  private static int number(Matcher counted) {
    @Nullable String after = counted.group("after");
    String printed = after == null ? counted.group("before") : after;
    return Character.isDigit(printed.charAt(0))
        ? Integer.parseInt(printed)
        : ChineseNumerals.parse(printed).map(Long::intValue).orElse(-1);
  }

  private static CheckResult compare(
      Passage passage, QuantityMention whole, List<QuantityMention> listed) {
    MentionSum sum = new MentionSum(listed, whole);
    int end = listed.getLast().quantity().end();
    return sum.agrees()
        ? new CheckResult.Agrees()
        : sum.finding(FindingDraft.at("counted-list", passage, whole.clause(), end));
  }
}
