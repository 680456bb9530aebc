package org.mingzhang.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Names of a document's findings in addresses. They are made of what a finding says, not of its
 * place among the others: a finding that comes or goes does not turn the link of another into its
 * own.
 *
 * @param names one for each finding, in their order, each once
 */
public record FindingAnchors(List<String> names) {
  /** Copies the list. */
  public FindingAnchors {
    names = List.copyOf(names);
  }

  /** {@code c-1f0a93c2} for each finding of the document alone. */
  public static FindingAnchors own(List<Finding> findings) {
    return of("c-", findings);
  }

  /** {@code x-1f0a93c2} for each finding that another document has part in. */
  public static FindingAnchors across(List<Finding> findings) {
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
   * The name that a finding had when another rule told it.
   *
   * @param prefix {@code c-} or {@code x-}
   * @param rule id of that rule
   */
  public static String former(String prefix, Finding finding, String rule) {
    return prefix + fingerprint(rule, finding);
  }

  private static String fingerprint(Finding finding) {
    return fingerprint(finding.rule(), finding);
  }

  private static String fingerprint(String rule, Finding finding) {
    CRC32C crc = new CRC32C();
    String said = rule + "\n" + finding.quote() + "\n" + finding.stated();
    crc.update(said.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", crc.getValue());
  }
}
