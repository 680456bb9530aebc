package org.mingzhang.structure.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Indicator.Met;

/**
 * Judges whether a result meets its target. The order: nothing stated, a refusal in words, the same
 * words, dates, numbers, completion in words. What none of them decides cannot be told.
 */
public final class TargetComparison {
  private static final Set<String> NOTHING =
      Set.of("", "-", "--", "—", "——", "/", "无", "不适用", "空", "不涉及", "未涉及", "本年未涉及", "本年度未涉及");
  private static final Pattern REFUSED =
      Pattern.compile(".*(未完成|未达|未开展|未实施|未启动|未组织|未举办|未建成|未实现|未能|没有完成|部分达成|部分完成|未执行|未达标|基本未|不达标).*");
  private static final Pattern DONE =
      Pattern.compile(
          "(已|均已|已经|全部|全面|按时|按期|及时|按质按量|按计划|如期|超额|圆满|较好)*(完成|达成|达标|实现|达到|落实)"
              + "(预期|年度|年初|既定)?(指标|目标|任务|值|要求|工作|工作任务|预期指标|预期目标)?(值)?");
  private static final Pattern DATE_LIMIT =
      Pattern.compile(".*(\\d{4}年|\\d{1,2}月|年底|年末|年内|季度|每月\\d{1,2}日).*");
  private static final Pattern DENIED = Pattern.compile("(?:未能?|没有?|不)(.{2,})");

  /** Words that take back a part of what they stand before: 较显著, 基本完成. */
  private static final Pattern HEDGED = Pattern.compile(".*(?:较|基本|大致|部分|一般).*");

  /** A percentage in such a sentence is one that something went down by. */
  private static final Pattern LESSENED = Pattern.compile(".*(?:下降|降低|减少|负增长|下滑).*");

  private static final Pattern WHOLE = Pattern.compile("(?:实现)?(?:全覆盖|全部完成|全部|全面覆盖|应.尽.|全面完成)");
  private static final Pattern FINISHED =
      Pattern.compile("(?:全部|全面|按期|按时|及时|如期)*(?:完成|建成|落实|达标|到位)");
  private static final Pattern SHARE = Pattern.compile("(?<![\\d.])(\\d{1,2}(?:\\.\\d+)?)%");
  private static final Pattern COVERED = Pattern.compile("(\\p{IsHan}{2,4})(\\d.*)");

  /** A target in ten thousands, whose result is often printed without: 1.3万人, 1.36. */
  private static final Pattern SCALED = Pattern.compile("(?<=\\d)([万亿])\\p{IsHan}*$");

  private static final Pattern BARE = Pattern.compile("\\d{1,3}(?:\\.\\d+)?");
  private static final Pattern EACH = Pattern.compile("每\\p{IsHan}{1,2}(?=\\d)");
  private static final Pattern BRACKET = Pattern.compile("[(][^()]*[)]$");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = BigDecimal.valueOf(50);

  private static final Pattern VALUE = Pattern.compile("[≥≤><=]?[\\d.,]+.*");

  private TargetComparison() {}

  /**
   * Judges a result.
   *
   * @param target target as printed
   * @param actual result as printed
   * @param cost whether less than a target without sign is better
   */
  public static Met judge(@Nullable String target, @Nullable String actual, boolean cost) {
    String wanted = target == null ? "" : TargetQuantity.normal(target);
    String got = actual == null ? "" : TargetQuantity.normal(actual);
    if (NOTHING.contains(wanted) || NOTHING.contains(got)) {
      return Met.UNKNOWN;
    }
    if (REFUSED.matcher(got).matches() && !wanted.equals(got)) {
      return Met.MISSED;
    }
    boolean denied = wanted.equals("是") && got.equals("否");
    if (denied || (FINISHED.matcher(wanted).matches() && SHARE.matcher(got).find())) {
      return Met.MISSED;
    }
    if (wanted.equals(got) || DONE.matcher(got).matches()) {
      return Met.MET;
    }
    Met inWords = inWords(wanted, got);
    if (inWords != null) {
      return inWords;
    }
    String date = CompletionDate.dated(wanted);
    return DATE_LIMIT.matcher(date).matches()
        ? CompletionDate.judge(date, CompletionDate.dated(got))
        : amount(wanted, got, cost);
  }

  private static @Nullable Met inWords(String wanted, String got) {
    Met avoided = Avoidance.judge(wanted, got);
    Met graded = avoided != null ? avoided : GradeScale.judge(wanted, got);
    return graded != null ? graded : Direction.judge(wanted, got);
  }

  private static Met amount(String target, String actual, boolean cost) {
    Matcher each = EACH.matcher(target);
    boolean both = each.lookingAt() && actual.startsWith(each.group());
    String wanted = both ? target.substring(each.end()) : target;
    String got = both ? actual.substring(each.end()) : actual;
    TargetQuantity aim = quantity(wanted);
    if (aim != null) {
      Matcher scaled = SCALED.matcher(wanted);
      boolean bare = scaled.find() && BARE.matcher(got).matches();
      return number(aim, bare ? got + scaled.group(1) : got, cost);
    }
    Met covered = covered(wanted, got, cost);
    if (covered != null) {
      return covered;
    }
    List<TargetQuantity> aims = TargetQuantity.all(wanted);
    if (aims.size() > 1) {
      return all(aims, TargetQuantity.all(got), cost);
    }
    TargetQuantity share = quantity(got);
    if (share != null && share.percentage() && WHOLE.matcher(wanted).matches()) {
      return met(share.low().compareTo(HUNDRED) >= 0);
    }
    return words(wanted, got);
  }

  /** 覆盖17个乡镇 against 覆盖15个乡镇: the same words around the numbers. */
  private static @Nullable Met covered(String wanted, String got, boolean cost) {
    Matcher aim = COVERED.matcher(wanted);
    Matcher result = COVERED.matcher(got);
    if (!aim.matches() || !result.matches() || !aim.group(1).equals(result.group(1))) {
      return null;
    }
    TargetQuantity whole = quantity(aim.group(2));
    return whole == null ? null : number(whole, result.group(2), cost);
  }

  private static @Nullable TargetQuantity quantity(String text) {
    TargetQuantity plain = TargetQuantity.parse(text);
    return plain != null ? plain : TargetQuantity.named(text);
  }

  /** Several targets in one cell, as 培训3期120人: each must find the one result that counts it. */
  private static Met all(List<TargetQuantity> aims, List<TargetQuantity> results, boolean cost) {
    if (aims.size() != results.size()) {
      return Met.UNKNOWN;
    }
    Met whole = Met.MET;
    for (int i = 0; i < aims.size(); i++) {
      TargetQuantity aim = aims.get(i);
      TargetQuantity result = results.get(i);
      boolean same = !aim.unit().isEmpty() && aim.unit().equals(result.unit());
      Met one = same ? compare(aim, result, cost) : Met.UNKNOWN;
      if (one == Met.UNKNOWN) {
        return one;
      }
      whole = one == Met.MISSED ? one : whole;
    }
    return whole;
  }

  private static Met number(TargetQuantity aim, String got, boolean cost) {
    String plain = BRACKET.matcher(got).replaceFirst("");
    TargetQuantity value =
        quantity(
            aim.unit().matches("个月|天")
                ? plain.replaceFirst("(?<=\\d)月$", "个月").replaceFirst("(?<=\\d)日$", "天")
                : plain);
    if (value != null) {
      return sameKind(aim, value) ? compare(aim, value, cost) : Met.UNKNOWN;
    }
    if (LESSENED.matcher(got).matches()) {
      return Met.UNKNOWN;
    }
    List<Met> each =
        TargetQuantity.inside(got, aim.unit()).stream()
            .map(q -> compare(aim, q, cost))
            .distinct()
            .toList();
    return each.size() == 1 ? each.get(0) : Met.UNKNOWN;
  }

  private static boolean sameKind(TargetQuantity aim, TargetQuantity value) {
    String a = aim.unit();
    String b = value.unit();
    if (aim.percentage() && b.isEmpty()) {
      return value.high().signum() == 0
          || value.high().compareTo(BigDecimal.ONE) > 0
          || aim.low().compareTo(BigDecimal.TEN) < 0; // 0.97 against 95% may be a share of one
    }
    if (value.percentage() && a.isEmpty()) {
      return aim.low().compareTo(HALF) >= 0; // 100% against 5: a count that was met, not a value
    }
    if (a.equals("‰") != b.equals("‰") && !a.isEmpty() && !b.isEmpty()) {
      return false;
    }
    if (a.contains("/") != b.contains("/")) {
      return a.isEmpty() || b.isEmpty();
    }
    return a.isEmpty() || b.isEmpty() || a.startsWith(b) || b.startsWith(a);
  }

  private static Met compare(TargetQuantity aim, TargetQuantity value, boolean cost) {
    int low = value.low().compareTo(aim.low());
    int high = value.high().compareTo(aim.high());
    if ((low < 0 && value.sign() == '>') || (high > 0 && value.sign() == '<')) {
      return Met.UNKNOWN; // ＞85% may be 92%
    }
    return switch (aim.sign()) {
      case '≈' -> low == 0 ? Met.MET : Met.UNKNOWN;
      case '≥' -> met(low >= 0);
      case '>' -> met(low > 0);
      case '≤' -> met(high <= 0);
      case '<' -> met(high < 0);
      case '=' -> low == 0 ? Met.MET : low < 0 ? Met.MISSED : Met.UNKNOWN;
      default -> unsigned(aim, low, high, cost);
    };
  }

  /** Without a sign more is better, except for cost; of money, time and zero nobody says which. */
  private static Met unsigned(TargetQuantity aim, int low, int high, boolean cost) {
    if (low >= 0 && high <= 0) {
      return Met.MET;
    }
    if (cost) {
      return met(high <= 0);
    }
    if (aim.unit().contains("元") || aim.duration() || aim.high().signum() == 0) {
      return Met.UNKNOWN;
    }
    return met(low >= 0);
  }

  private static Met met(boolean met) {
    return met ? Met.MET : Met.MISSED;
  }

  /** Qualitative targets: the result repeats the words, with at most a few more around them. */
  private static Met words(String wanted, String got) {
    if (VALUE.matcher(wanted).matches()) {
      return Met.UNKNOWN;
    }
    Matcher denied = DENIED.matcher(got);
    if (denied.matches() && wanted.contains(denied.group(1))) {
      return Met.MISSED;
    }
    if (HEDGED.matcher(got).matches() && !HEDGED.matcher(wanted).matches()) {
      return Met.UNKNOWN;
    }
    String aim = wanted.replace("显著", "明显");
    String result = got.replace("显著", "明显").replace("了", "");
    boolean repeated =
        result.contains(aim) || aim.equals("效果" + result) || result.equals("有所" + aim);
    return repeated && !result.matches(".*[未不没].*") ? Met.MET : Met.UNKNOWN;
  }
}
