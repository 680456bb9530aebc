package org.mingzhang.audit.account;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mingzhang.account.Classification;
import org.mingzhang.account.Classification.Entry;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Topic;

/**
 * The class and the group of a budget item as a sentence names them, {@code
 * 文化体育与传媒支出（类）体育（款）群众体育（项）}, against those that the tables put the same item under: mostly the name
 * of an older classification. Only where the tables have the group and item under one class alone,
 * or the class and item in one group alone. Told once a name.
 *
 * <p>A class, since its operands are names and no amounts.
 */
public final class ItemPath implements Rule {
  private static final Pattern PATH =
      Pattern.compile(
          "(?<class>[\\p{IsHan}、]{2,24})[(（]类[)）][-—]?(?<group>[^()（），。；:“”]{2,30}|[^，。；:“”]{2,30}?)[(（]款[)）][-—]?(?<item>[^，。；:“”]{2,40}?)[(（]项[)）]");
  private static final int SHORTEST = 4;

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    ItemClasses classes = reading.derived(ItemClasses.class, ItemClasses::of);
    List<CheckResult> checks = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Passage passage : reading.passages()) {
      if (passage.topic() != Topic.GLOSSARY && !passage.mentions().isEmpty()) {
        passage.matches(PATH).forEach(path -> checks.add(judge(passage, path, classes, told)));
      }
    }
    return checks;
  }

  private static CheckResult judge(
      Passage passage, MatchResult path, ItemClasses classes, Set<String> told) {
    Set<String> above = classes.above(path.group("group"), path.group("item"));
    Set<String> between = classes.between(path.group("class"), path.group("item"));
    boolean ofClass = above.size() == 1;
    if (!ofClass && (!above.isEmpty() || between.size() != 1)) {
      return CheckResult.undecided("表中没有同名的款、项", "the tables have no such group and item");
    }
    String name = path.group(ofClass ? "class" : "group");
    String stated = ItemClasses.plain(name);
    String right = (ofClass ? above : between).iterator().next();
    if (right.length() < SHORTEST
        || stated.endsWith(right)
        || right.startsWith(stated)
        || (ofClass && isFormerName(name, right))
        || !told.add(name + "/" + right)) {
      return CheckResult.AGREES;
    }
    String printed = classes.printed(right);
    return FindingDraft.at(ofClass ? "item-path/class" : "item-path/group", passage, path)
        .numbers(name, printed)
        .says(printed, name);
  }

  /** Whether the class is put under the name that it once had, which is told as such. */
  private static boolean isFormerName(String name, String right) {
    return Classification.functional().named(name).stream()
        .filter(Entry::retired)
        .flatMap(e -> Classification.functional().coded(e.code()).stream())
        .anyMatch(e -> ItemClasses.plain(e.name()).equals(right));
  }
}
