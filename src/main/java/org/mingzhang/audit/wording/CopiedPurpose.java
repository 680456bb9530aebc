package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Finding.Place;

/**
 * An item whose purpose is word for word that of another item: the purpose names the other, and
 * shares no two characters with this one.
 *
 * <p>A class, since it compares the words of two paragraphs with each other and with their names.
 */
public final class CopiedPurpose implements Rule {
  private static final Pattern ITEM =
      Pattern.compile("\\(款\\)(?<name>[\\p{IsHan}()]+?)\\(项\\)。?主要用于:?(?<purpose>[^。]{6,})。");

  private record Entry(String name, Passage passage, int from, int to) {}

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    Map<String, Entry> byPurpose = new HashMap<>();
    for (Passage passage : reading.passages()) {
      Matcher item = ITEM.matcher(passage.compact());
      while (item.find()) {
        String purpose = item.group("purpose");
        Entry entry =
            new Entry(item.group("name"), passage, item.start("name"), item.end("purpose"));
        Entry earlier = byPurpose.putIfAbsent(purpose, entry);
        if (earlier != null && names(purpose, earlier.name()) && !related(entry.name(), purpose)) {
          checks.add(finding(entry, earlier));
        }
      }
    }
    return checks;
  }

  /** Whether a purpose is the name of an item, put into a sentence. */
  private static boolean names(String purpose, String name) {
    return name.length() > 3 && purpose.contains(name.replaceFirst("支出$", ""));
  }

  private static boolean related(String name, String purpose) {
    for (int i = 0; i + 2 <= name.length(); i++) {
      if (purpose.contains(name.substring(i, i + 2))
          && !name.substring(i, i + 2).matches("支出|其他|事务|事业|单位|行政|机关")) {
        return true;
      }
    }
    return false;
  }

  private static CheckResult finding(Entry entry, Entry earlier) {
    Place other = FindingDraft.place(earlier.passage(), earlier.from(), earlier.to());
    return FindingDraft.at("copied-purpose", entry.passage(), entry.from(), entry.to())
        .other(other)
        .says(entry.name(), earlier.name());
  }
}
