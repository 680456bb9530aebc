package org.mingzhang.audit.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.model.Region;

/**
 * The glossary of a district's or county's document that speaks of the provincial treasury.
 *
 * <p>A class, since the same words are right in a document of the province.
 */
public final class ProvincialWording implements Rule {
  private static final Pattern PROVINCIAL =
      Pattern.compile("(?:指|纳入|由|从)(?:省级财政|省直部门|省财政)|省直(?:部门|单位)(?:用|使用)");
  private static final Pattern LOCAL = Pattern.compile("(?:区|县|旗|市辖区|街道|镇|乡)(?!.*省(?:级|直))");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    if (!local(reading)) {
      return List.of();
    }
    List<CheckResult> checks = new ArrayList<>();
    for (Passage passage : reading.passages()) {
      Matcher match = PROVINCIAL.matcher(passage.compact());
      int from = 0;
      while (match.find()) {
        if (match.start() >= from) {
          from = passage.sentenceEnd(match.start());
          checks.add(finding(passage, match));
        }
      }
    }
    return checks;
  }

  private static boolean local(AuditedDocument reading) {
    Region region = reading.disclosure().metadata().region();
    if (region != null) {
      return region.path().size() >= 3;
    }
    String agency = reading.disclosure().metadata().agency();
    return agency != null && !agency.contains("省") && LOCAL.matcher(agency).find();
  }

  private static CheckResult finding(Passage passage, Matcher match) {
    int start = Math.max(0, passage.compact().lastIndexOf('。', match.start()) + 1);
    return FindingDraft.at("provincial-wording", passage, start, passage.sentenceEnd(match.start()))
        .numbers(match.group().replaceFirst("^(?:指|纳入|由|从)", ""), "本级财政")
        .says();
  }
}
