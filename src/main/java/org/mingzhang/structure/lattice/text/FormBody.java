package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.structure.indicator.CellHeader;
import org.mingzhang.structure.indicator.FormWords;
import org.mingzhang.structure.indicator.LevelWords;

/** Tells where the rows of a performance form end. */
final class FormBody {
  private static final int MOST_CHUNKS = 1500;
  private static final Pattern HEADING =
      Pattern.compile(
          "[一二三四五六七八九十]{1,3}、.*|第[一二三四五六七八九十]+部分.*|附件\\d*.*|.{2,40}(?:自评|绩效|目标|申报)表"
              + "|\\d{1,2}[.．、].{2,40}(?:情况|结果|说明)");
  private static final Pattern END =
      Pattern.compile(
          "总(?:评)?分.*|(?:分值)?合计.*|总计.*|评价结论.*|自评(?:总分|结论|结果).*|填[报表]人.*|注[:：].*|.*[（(](?:盖章|签[字章])[）)]"
              + "|(?:项目|专项)(?:支出)?名称[:：]?|.{2,20}(?:审核|初审|审批|评审)意见.*|存在(?:的)?问题.*");

  private static final Pattern LABEL = Pattern.compile("(?:年度|项目)?绩效指标");
  private static final Pattern POINTS = Pattern.compile("[（(]\\d{1,3}分?[）)]");

  private FormBody() {}

  /** Index behind the last chunk of the rows that begin at a chunk. */
  static int end(Passage passage, int from) {
    int most = Math.min(passage.size(), from + MOST_CHUNKS);
    for (int at = from; at < most; at++) {
      if (passage.opens(at) && ends(passage, at)) {
        return at;
      }
    }
    return most;
  }

  /** Chunks of the rows without what belongs to none: the label of all, points without a level. */
  static List<Integer> filled(Passage passage, int from, int to) {
    List<Integer> kept = new ArrayList<>();
    for (int at = from; at < to; at++) {
      String text = passage.tight(at);
      boolean points = POINTS.matcher(text).matches();
      String before = at == from ? "" : passage.tight(at - 1);
      boolean ofLevel = LevelWords.first(before) || LevelWords.second(before) || !points;
      if (ofLevel && !LABEL.matcher(text).matches()) {
        kept.add(at);
      }
    }
    return kept;
  }

  private static boolean ends(Passage passage, int at) {
    String cell = passage.tight(at);
    if (END.matcher(cell).matches()
        || CellHeader.at(passage.words(), at) != null
        || FormWords.numberedGoal(cell) != null) {
      return true;
    }
    boolean line =
        switch (passage.layout()) {
          case STACKED, ROWS -> passage.chunk(at).opensLine();
          case BARRED, RUNNING, GLUED -> false;
        };
    String text = line ? passage.restOfLine(at) : cell;
    return line && (HEADING.matcher(text).matches() || FormWords.end(text) || FormWords.sum(text));
  }
}
