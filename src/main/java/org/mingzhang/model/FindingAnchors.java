package org.mingzhang.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Anchors of a document's findings in addresses. An anchor is a hash of rule, quote and stated
 * number, not the ordinal, so that links stay valid when other findings are added or removed. Of
 * findings with the same hash, the second and later ones have their number appended.
 *
 * @param names unique anchors in the order of the findings
 */
public record FindingAnchors(List<String> names) {
  /** Makes an immutable copy of the list. */
  public FindingAnchors {
    names = List.copyOf(names);
  }

  /** Anchors of findings within one document, for example {@code c-1f0a93c2}. */
  public static FindingAnchors ofDocument(List<Finding> findings) {
    return of("c-", findings);
  }

  /** Anchors of findings that involve another document, for example {@code x-1f0a93c2}. */
  public static FindingAnchors ofRelatedDocuments(List<Finding> findings) {
    return of("x-", findings);
  }

  private static FindingAnchors of(String prefix, List<Finding> findings) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (Finding finding : findings) {
      String name = prefix + fingerprint(finding);
      int times = seen.merge(name, 1, Integer::sum);
      names.add(times == 1 ? name : name + "-" + times);
    }
    return new FindingAnchors(names);
  }

  /**
   * The anchor that a finding had when a rule with another id reported it, so that old links still
   * work; without the number of a repeated anchor.
   *
   * @param prefix {@code c-} for findings within one document, {@code x-} for others
   * @param rule id of the former rule
   */
  public static String formerAnchor(String prefix, Finding finding, String rule) {
    return prefix + fingerprint(rule, finding);
  }

  private static String fingerprint(Finding finding) {
    return fingerprint(finding.rule(), finding);
  }

  private static String fingerprint(String rule, Finding finding) {
    CRC32C crc = new CRC32C();
    String content = rule + "\n" + finding.quote() + "\n" + finding.stated();
    crc.update(content.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", crc.getValue());
  }
}
