package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Section;

/**
 * A list of annexes that numbers them otherwise than their own headings do. Told once for a list,
 * at its first entry; an annex that is not there, or under another title, says nothing.
 *
 * <p>A class, since it holds a list of annexes against headings elsewhere in the document.
 */
public final class AnnexNumbers implements Rule {
  private static final Pattern OPENS = Pattern.compile("附件[^。]{0,4}:$");
  private static final Pattern ENTRY =
      Pattern.compile("^[-–—•]?(?:附件)?(?<number>\\d{1,2})[、.．:](?<title>[^。；]{6,60})$");
  private static final Pattern HEADING = Pattern.compile("^附件(?<number>\\d{1,2})[:.、]?$");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    Map<String, Section> annexes = annexes(reading);
    List<CheckResult> checks = new ArrayList<>();
    boolean list = false;
    for (Passage passage : annexes.isEmpty() ? List.<Passage>of() : reading.passages()) {
      Matcher entry = ENTRY.matcher(passage.compact());
      if (list && entry.find()) {
        CheckResult check = compare(passage, entry, annexes);
        if (check != null) {
          checks.add(check);
          list = check instanceof CheckResult.Agrees;
        }
      } else {
        list = OPENS.matcher(passage.compact()).find();
      }
    }
    return checks;
  }

  /** The headed annexes by their titles. */
  private static Map<String, Section> annexes(AuditedDocument reading) {
    Map<String, Section> annexes = new HashMap<>();
    for (Section section : reading.sections()) {
      if (HEADING.matcher(plain(section.number())).find()) {
        annexes.putIfAbsent(plain(section.title()), section);
      }
    }
    return annexes;
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s（）()《》“”\"]", "");
  }

  private static @Nullable CheckResult compare(
      Passage passage, Matcher entry, Map<String, Section> annexes) {
    Section annex = annexes.get(plain(entry.group("title")));
    if (annex == null) {
      return null;
    }
    Matcher heading = HEADING.matcher(plain(annex.number()));
    String number = entry.group("number");
    if (!heading.find() || Integer.parseInt(heading.group("number")) == Integer.parseInt(number)) {
      return new CheckResult.Agrees();
    }
    String headed = heading.group("number");
    return FindingDraft.at("annex-numbers", passage, 0, passage.compact().length())
        .numbers("附件" + number, "附件" + headed)
        .other(new Place(annex.path(), annex.page(), annex.heading()))
        .says(number, headed);
  }
}
