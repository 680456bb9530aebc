package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Topic;

/**
 * A glossary that explains the same budget item twice, each time as something else.
 *
 * <p>A class, since it compares explanations with each other.
 */
public final class GlossaryRepeat implements Rule {
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?<name>[\\p{IsHan}]+\\(类\\)\\)?[\\p{IsHan}()]+?\\(款\\)[\\p{IsHan}()]+?\\(项\\))[:。]?(?:是指|指|反映)(?<means>[^。，；]+)[。，；]?");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    Map<String, String> meanings = new HashMap<>();
    Map<String, Place> places = new HashMap<>();
    Set<String> reported = new HashSet<>();
    for (Passage passage : reading.passages()) {
      if (passage.topic() != Topic.GLOSSARY) {
        continue;
      }
      Matcher entry = ENTRY.matcher(passage.compact());
      while (entry.find()) {
        String name = entry.group("name").replace("))", ")");
        String earlier = meanings.putIfAbsent(name, entry.group("means"));
        Place place =
            places.putIfAbsent(name, FindingDraft.place(passage, entry.start(), entry.end()));
        if (earlier != null && !earlier.equals(entry.group("means")) && reported.add(name)) {
          checks.add(
              FindingDraft.at("glossary-repeat", passage, entry.start(), entry.end())
                  .other(place)
                  .says());
        }
      }
    }
    return checks;
  }
}
