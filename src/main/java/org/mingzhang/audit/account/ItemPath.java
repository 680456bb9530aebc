package org.mingzhang.audit.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.model.Topic;

/**
 * The class of a budget item as a sentence names it, {@code 文化体育与传媒支出（类）体育（款）群众体育（项）}, against the
 * class that the tables put the same group and item under: mostly the name of an older
 * classification. Only where the tables have that group and item under one class alone.
 */
public final class ItemPath implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "item-path",
          Kind.TEXT_TABLE_MISMATCH,
          "正文中款、项所属的类级科目名称与表中的类级科目名称",
          "The class that a sentence puts a group and item under, against that of the tables",
          "无",
          "none",
          "同一款、项只属于一个类，名称以本年度《政府收支分类科目》为准。",
          "A group and item belong to one class of the year's classification.");
  private static final Pattern PATH =
      Pattern.compile(
          "(?<class>[\\p{IsHan}、]{2,24})[(（]类[)）][-—]?(?<group>[^()（），。；:“”]{2,30}|[^，。；:“”]{2,30}?)[(（]款[)）][-—]?(?<item>[^，。；:“”]{2,40}?)[(（]项[)）]");
  private static final int SHORTEST = 4;

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    ItemClasses classes = reading.derived(ItemClasses.class, ItemClasses::of);
    List<Check> checks = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      if (passage.topic() != Topic.GLOSSARY && !passage.mentions().isEmpty()) {
        Matcher path = PATH.matcher(passage.compact());
        while (path.find()) {
          judge(passage, path, classes, checks);
        }
      }
    }
    return checks;
  }

  private static void judge(
      Passage passage, Matcher path, ItemClasses classes, List<Check> checks) {
    String stated = ItemClasses.plain(path.group("class"));
    Set<String> known = classes.above(path.group("group"), path.group("item"));
    if (known.size() != 1) {
      checks.add(new Check.Undecided("表中没有同名的款、项", "the tables have no such group and item"));
      return;
    }
    String right = known.iterator().next();
    if (right.length() < SHORTEST || stated.endsWith(right) || right.startsWith(stated)) {
      checks.add(new Check.Agrees());
    } else {
      checks.add(
          Draft.at(ABOUT, Severity.WORDING, passage, path.start(), path.end())
              .numbers(path.group("class"), right)
              .says(
                  "该款、项在表中属于“%s”，文中的类级科目写为“%s”。",
                  "The tables put this group and item under a class of another name.",
                  right,
                  path.group("class")));
    }
  }
}
