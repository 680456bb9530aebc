package org.mingzhang.structure.figure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Topic;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.Mention;

/**
 * The money of the projects whose performance was planned or judged: {@code
 * 编报绩效目标的项目4个，涉及预算金额598.42万元}. The amount belongs to the clause before, in sections on performance
 * also to the one behind.
 */
record GoalMoney(FigureContext context, Focus focus) {
  private static final Pattern GOALS =
      Pattern.compile(
          "(?:编报|编制|设置|设定|实行)了?绩效目标(?:管理)?|设置\\d+个(?:项目)?绩效目标|绩效目标管理|部门(?:重点)?评价|绩效跟踪评价|绩效跟踪|绩效自评|绩效评价");
  private static final Pattern LABEL = Pattern.compile("(?:共?涉及.*|(?:预算)?(?:资金|金额))");
  private static final Pattern WHOSE =
      Pattern.compile("^共?涉及(?:(?:一般公共预算|财政拨款|财政|项目)+(?=.*资金$)|项目|(?=(?:.*支出|资金)$))");

  /** The name of the amount; null where its label or its sentence speaks of something else. */
  @Nullable String name(CompactText compact, Mention mention, String label) {
    if (!LABEL.matcher(label).matches()) {
      return null;
    }
    if (focus.project() != null && label.matches("涉及预算(?:总)?(?:资金|金额)")) {
      return "项目预算数";
    }
    String found = null;
    Matcher before = GOALS.matcher(compact.text().substring(mention.sentence(), mention.clause()));
    while (before.find()) {
      found = before.group();
    }
    Matcher behind =
        GOALS.matcher(compact.text().substring(mention.quantity().end(), mention.partEnd()));
    if (found == null && context.topic() == Topic.PERFORMANCE && behind.find()) {
      found = behind.group();
    }
    return found == null
        ? null
        : found.replaceAll("了|\\d+个(?:项目)?", "") + "项目" + WHOSE.matcher(label).replaceFirst("");
  }
}
