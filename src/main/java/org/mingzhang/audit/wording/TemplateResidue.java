package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;
import org.mingzhang.text.CompactText;

/**
 * Words of the form that should have been replaced or deleted before publication: notes for those
 * who fill it in, placeholders, alternatives left open, tasks in place of their answer.
 */
public final class TemplateResidue implements Rule {

  /**
   * A pattern of residue and what it is; the match is quoted. The pattern is tried only where one
   * of the words stands, since most paragraphs hold none.
   */
  private record Residue(List<String> words, Pattern pattern, Remark remark) {
    static Residue of(Remark remark, String words, String pattern) {
      return new Residue(List.of(words.split(" ")), Pattern.compile(pattern), remark);
    }

    boolean possible(String text) {
      return words.stream().anyMatch(text::contains);
    }
  }

  /** What a kind of residue is called. */
  private record Remark(String chinese, String english) {}

  private static final Remark NOTE = new Remark("填报说明", "an instruction of the form");
  private static final Remark TASK =
      new Remark("任务要求", "a task of the form in place of its answer");
  private static final Remark OPEN = new Remark("未选择的备选表述", "alternatives left open");
  private static final Remark BLANK = new Remark("占位符", "a placeholder");
  private static final Remark CUT = new Remark("不完整的年份", "a year that lacks a digit");
  private static final Remark EMPTY = new Remark("没有内容的标题", "a heading without its text");
  private static final Pattern HEADING =
      Pattern.compile(
          "^重点工作事项(?:标题|名称)$|^简要概述[^。]*情况以及|\\([仅只]有一个单位的|^\\(?(?:项目|单位|部门)名称\\)?$|^[X×]{2,}");
  private static final Pattern CELL_TASK =
      Pattern.compile("(?:请|对照|结合|针对|根据|说明|简述|概述)[^。；]{4,60}。?\\(\\d{2,4}字(?:以内|左右)\\)。?");

  private static final String INNER = "(?:[^()]|\\([^()]*\\))*";

  private static final List<Residue> RESIDUES =
      List.of(
          Residue.of(NOTE, "(注:", "\\(注:[^。]*?(?:仅罗列|罗列|自行删除|请参照|请根据|数据来源于|口径为)" + INNER + "\\)?"),
          Residue.of(
              NOTE,
              "(请对 (请根据 (请参照 (请按照 (请填写 (请说明 (请逐项",
              "\\(请(?:对|根据|参照|按照|填写|说明|逐项)" + INNER + "\\)"),
          Residue.of(NOTE, "(表述应与 (参考《 (该项名词解释中", "\\((?:表述应与|参考《|该项名词解释中)" + INNER + "\\)"),
          Residue.of(
              NOTE, "(根据本部门 (根据本单位", "\\(根据本(?:部门|单位)" + INNER + "(?:解释|填写|填列|说明)" + INNER + "\\)"),
          Residue.of(NOTE, "等)", "(?<=。)\\([^()。\\d]{6,80}(?:情况|数量|金额|原因|内容)等\\)$"),
          Residue.of(TASK, "决算公开时", "[^。]*至部门决算公开时(?:已经|还未)[^。]*。?"),
          Residue.of(BLANK, "单位包括:1", "[^。]*单位包括:(?:[1-9][.、]0)+$"),
          Residue.of(NOTE, "仍保留该表格式", "无[^。；，]{2,40}的，?仍保留该表格式，?并在本表下方作下述说明:?"),
          Residue.of(NOTE, "(仅有一个单位的 (只有一个单位的", "\\([仅只]有一个单位的" + INNER + "本部分" + INNER + "\\)"),
          Residue.of(CUT, "20", "(?<![\\d.第])20\\d年度[^。，；;]{0,20}"),
          Residue.of(
              NOTE,
              "(若 (如 (没有",
              "\\((?:若|如果?|没有)(?:有|无|没有|不)?[^()]{0,40}(?:请|须|应)[^()]{0,40}(?:说明|填写|填列|注明|删除|列出|罗列|表述)[^()]{0,30}\\)"),
          Residue.of(NOTE, "(此处 (这里 (本栏 (可填", "\\((?:此处|这里|本栏|可)(?:填写|填列|填报|说明|插入|描述|简述)[^()]*\\)"),
          Residue.of(
              NOTE,
              "实际情况",
              "(?:^|(?<=。))(?:请)?(?:根据|按照|结合)[^。，；]{0,12}实际情况(?:据实|如实)?(?:填写|填列|填报|描述|阐述)[^。]*。?"),
          Residue.of(
              BLANK,
              "×× XX xx ＸＸ",
              "[^。，；;]{0,20}(?:原因|内容|用于|方面|包括|情况|主要[是为])[^。，；;×XxＸ]{0,6}(?:×{2,}|X{2,}|x{2,}|Ｘ{2,})(?=[。，,；;、)]|等|$)"),
          Residue.of(NOTE, "请对", "请对[^。；，]{2,40}(?:进行|予以|加以|作出)说明。?"),
          Residue.of(NOTE, "请自行删除", "[^。]{0,40}请自行删除[^。]*。?"),
          Residue.of(TASK, "填报以下数据 逐项绩效分析并评分", "(?:^|(?<=。))[^。]*(?:填报以下数据|逐项绩效分析并评分)[^。]*。"),
          Residue.of(TASK, "。围绕", "[^。]{2,12}。围绕[^。]{4,80}(?:进行|开展)(?:绩效)?分析。"),
          Residue.of(TASK, "选定", "[^。]{2,12}。[^。]*选定[^。]*?目标，对[^。]*情况(?:进行)?绩效分析。"),
          Residue.of(TASK, "情况进行梳理阐述", "(?:^|(?<=。))[^。]*情况进行梳理阐述。"),
          Residue.of(EMPTY, "绩效自评综述。", "[^。，；;]{0,30}绩效自评综述。"),
          Residue.of(
              OPEN,
              "增加/减少 增长/下降 上升/下降 增加(减少) 增长(下降) 增长/降低 增加(或减少) 增长(或下降) 上升(下降)",
              "[^。，；;]{0,14}(?:增加|增长|上升)[/(]或?(?:减少|下降|降低)\\)?[^。；;]*[。；;]?"),
          Residue.of(
              OPEN,
              "减少/增加 下降/增长 下降/上升 减少(增加) 减少(或增加) 下降(增长) 下降(或增长) 下降(上升) 降低(上升) 降低(增长)",
              "[^。，；;]{0,14}(?:减少|下降|降低)[/(]或?(?:增加|增长|上升)\\)?[^。；;]*[。；;]?"),
          Residue.of(
              OPEN,
              "大小于 小大于 减增加 增减少",
              "[^。，；;]{0,14}(?:[数额](?:大小|小大)于|[比较与][^。，；;]{2,20}(?:减增加|增减少)(?=\\d))[^。，；;]{0,14}"),
          Residue.of(OPEN, "(或与 (或者与", "(?:[^。；;，]*，)?[^。；;，]*\\(或者?与[^()]*(?:持平|一致)\\)[。；;]?"),
          Residue.of(
              BLANK, "(项目名称) (单位名称) (部门名称)", "[^。，；;]{0,20}\\((?:项目|单位|部门)名称\\)[^。，；;]{0,24}"),
          Residue.of(BLANK, "年部门名称 年度部门名称", "(?:19|20)\\d{2}年度?部门名称[^。，；;]{0,20}"),
          Residue.of(BLANK, "重点工作事项标题 重点工作事项名称", "重点工作事项(?:标题|名称)"),
          Residue.of(
              BLANK,
              "XX部门 XX单位 XX局 XX万元 XX项目 XX年 ××部门 ××单位 ××局 ××万元 ××项目 ××年",
              "[^。，；;]{0,12}(?:XX|××)(?:部门|单位|局|万元|项目|年)[^。，；;]{0,12}"));

  @Override
  public List<Check> check(Reading reading) {
    List<Check> checks = new ArrayList<>();
    reading.passages().forEach(p -> read(p, checks));
    reading.sections().forEach(s -> heading(s, checks));
    reading.sections().forEach(s -> cells(s, checks));
    return checks;
  }

  /** A heading that is itself a placeholder. */
  private static void heading(Section section, List<Check> checks) {
    if (HEADING.matcher(CompactText.of(section.title()).text()).find()) {
      checks.add(
          Draft.at(
                  "template-residue/heading",
                  new Place(section.path(), section.page(), section.heading()))
              .says());
    }
  }

  /** Cells of a form that hold what is to be written there and how long it may be. */
  private static void cells(Section section, List<Check> checks) {
    Set<String> told = new HashSet<>();
    for (Section.Part part : section.body()) {
      if (part instanceof Section.TablePart table) {
        List<List<String>> rows = table.grid().grid();
        for (int row = 0; row < rows.size(); row++) {
          int page = table.rowPages().get(row);
          rows.get(row).stream()
              .filter(cell -> isTask(cell) && told.add(cell))
              .map(cell -> new Place(section.path(), page, cell.strip()))
              .forEach(p -> checks.add(finding(Draft.at("template-residue", p), TASK)));
        }
      }
    }
  }

  private static boolean isTask(String cell) {
    return CELL_TASK.matcher(CompactText.of(cell).text()).matches();
  }

  private static void read(Passage passage, List<Check> checks) {
    boolean[] taken = new boolean[passage.compact().length() + 1];
    for (Residue residue : RESIDUES) {
      if (!residue.possible(passage.compact())) {
        continue;
      }
      Matcher match = residue.pattern().matcher(passage.compact());
      while (match.find()) {
        if (!taken[match.start()] && !taken[Math.max(match.start(), match.end() - 1)]) {
          Arrays.fill(taken, match.start(), match.end(), true);
          checks.add(finding(passage, match, residue));
        }
      }
    }
  }

  private static Check finding(Passage passage, Matcher match, Residue residue) {
    return finding(
        Draft.at("template-residue", passage, match.start(), match.end()), residue.remark());
  }

  private static Check finding(Draft draft, Remark remark) {
    return draft.says(remark.chinese(), remark.english());
  }
}
