package org.mingzhang.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.mingzhang.model.Finding;

/**
 * A contradiction between two documents, as a finding of one of them.
 *
 * @param finding the finding; its second quotation is from the other document
 * @param otherId permalink id of the section of the second quotation, or of the other document if
 *     the section has no id
 * @param otherTitle title of the other document
 */
public record CrossDocumentFinding(Finding finding, String otherId, String otherTitle) {
  /**
   * A fingerprint of a list of findings and its order, by which a change is noticed; an empty
   * string for an empty list.
   */
  public static String fingerprintOf(List<CrossDocumentFinding> findings) {
    String all =
        findings.stream()
            .map(
                f ->
                    String.join(
                        SharedRowValues.COLUMN_SEPARATOR,
                        f.finding().rule(),
                        f.finding().sectionPath(),
                        f.finding().quote(),
                        f.finding().message(),
                        String.valueOf(f.finding().other()),
                        f.otherId(),
                        f.otherTitle()))
            .collect(Collectors.joining("\n"));
    return all.isEmpty() ? "" : findings.size() + "-" + Integer.toHexString(all.hashCode());
  }
}
